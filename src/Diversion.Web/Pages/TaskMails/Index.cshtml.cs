using Diversion.Casework.Links;
using Diversion.Casework.Staff;
using Diversion.Domain.Staff;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.TaskMails;

/// <summary>How the user hears of their own tasks by email.</summary>
public sealed class IndexModel(StaffQuery query, StaffService staff) : StreamPage
{
    public static readonly IReadOnlyList<Choice> Choices =
    [
        new(nameof(TaskMail.AtOnce), "An email for each task", "When it comes up, on the day on which it is due, and when it is late."),
        new(nameof(TaskMail.Daily), "One list a day", "At 7.30am on working days, if anything is overdue or for today. It says which cases, not what the tasks are."),
        new(nameof(TaskMail.None), "No emails about tasks", "Look at your home page: it has them all."),
    ];

    [BindProperty]
    public string? Choice { get; set; }

    public OwnTaskMail Own { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        Choice = $"{Own.Choice}";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var choice = Read.Choice<TaskMail>(nameof(Choice), Choice, "how you want to hear of your tasks");
        return await Run(
            options => staff.Execute(StaffId.Programme, new StaffCommand.ChooseTaskMail(By.Id, choice) { By = By, At = Now }, options, Cancellation),
            "Your choice was saved.",
            Addresses.Home);
    }

    protected override string What => "your choice";

    protected override async Task<IActionResult?> Load()
    {
        FormKey ??= Guid.NewGuid().ToString("N");
        return Take(await query.TaskMail(By, Cancellation), own => Own = own);
    }
}
