using Diversion.Casework.Trials;
using Diversion.Domain.Trials;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Trials;

/// <summary>A lead confirms that the trial opens.</summary>
public sealed class OpenModel(TrialsQuery query, TrialService trials) : TrialPage(query, trials)
{
    public Task<IActionResult> OnPostAsync() => Run(Code, () => new TrialCommand.OpenTrial(), "The trial is open. Its seal is published below.");
}
