using Diversion.Casework.Trials;
using Diversion.Domain.Trials;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Trials;

/// <summary>A lead ends the allocation.</summary>
public sealed class CloseModel(TrialsQuery query, TrialService trials) : TrialPage(query, trials)
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnPostAsync()
    {
        var reason = Read.Text(nameof(Reason), Reason, "why it closes", 2_000);
        return Run(Code, () => new TrialCommand.CloseTrial { Reason = reason }, "The trial is closed. The seed can be opened now.");
    }
}
