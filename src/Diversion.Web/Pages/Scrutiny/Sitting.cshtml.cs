using Diversion.Casework.Links;
using Diversion.Casework.Programmes;
using Diversion.Casework.Scrutiny;
using Diversion.Domain.Scrutiny;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Scrutiny;

/// <summary>One sitting: its cases with the verdicts that the reader may see, and how they were drawn.</summary>
public sealed class SittingModel(ScrutinyQuery query, ScrutinyService sittings, Rulebook rulebook) : ScrutinyPage(sittings)
{
    [FromRoute(Name = "quarter")]
    public string Quarter { get; set; } = "";

    public SittingView Sitting { get; private set; } = null!;

    /// <summary>"Breach confirmed, theft and shop theft".</summary>
    public string Group(string group) => GroupWords.Of(group, rulebook);

    public async Task<IActionResult> OnPostDrawAsync() => Leads
        ? await Run(Quarter, static () => new SittingCommand.DrawSample(), "The cases are drawn.", Addresses.Sitting(Quarter))
        : NotForRole();

    public async Task<IActionResult> OnPostCloseAsync() => Leads
        ? await Run(Quarter, static () => new SittingCommand.CloseSitting(), "The sitting is closed, and the seed is opened.", Addresses.Sitting(Quarter))
        : NotForRole();

    protected override async Task<IActionResult?> Load() => Take(await query.Of(Quarter, By, Cancellation), sitting => Sitting = sitting);
}
