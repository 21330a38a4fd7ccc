using Diversion.Casework.Access;
using Diversion.Casework.Links;
using Diversion.Casework.Scrutiny;
using Diversion.Domain.Scrutiny;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Scrutiny;

/// <summary>What panels say to an officer about their own cases.</summary>
public sealed class FeedbackModel(ScrutinyQuery query, ScrutinyService sittings) : ScrutinyPage(sittings)
{
    [BindProperty]
    public string? Quarter { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    public IReadOnlyList<FeedbackView> Feedback { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (!AccessPolicy.GetsPanelFeedback(By))
        {
            return NotForRole();
        }

        var quarter = Read.Text(nameof(Quarter), Quarter, "which sitting it is from");
        var number = Read.Number(nameof(Number), Number, "the number of the case", 1, SittingDecider.MostCases);
        if (SittingId.Read(quarter) is null)
        {
            Read.Fault("", "There is no such feedback. Load the page again.");
        }

        return await Run(quarter, () => new SittingCommand.ReadFeedback(number), "Thank you. The programme’s lead sees that you have read it.", Addresses.PanelFeedback);
    }

    protected override async Task<IActionResult?> Load() => Take(await query.Feedback(By, Cancellation), feedback => Feedback = feedback);
}
