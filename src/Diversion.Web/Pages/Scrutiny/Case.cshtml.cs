using Diversion.Casework.Access;
using Diversion.Casework.Links;
using Diversion.Casework.Programmes;
using Diversion.Casework.Scrutiny;
using Diversion.Domain.Scrutiny;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Scrutiny;

/// <summary>One case of the sample. A member gives a verdict on it; a lead records the panel's.</summary>
public sealed class CaseModel(ScrutinyQuery query, ScrutinyService sittings, Rulebook rulebook) : ScrutinyPage(sittings)
{
    [FromRoute(Name = "quarter")]
    public string Quarter { get; set; } = "";

    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public string? Verdict { get; set; }

    [BindProperty]
    public string? Observations { get; set; }

    [BindProperty]
    public string? Feedback { get; set; }

    public SittingSheet Shown { get; private set; } = null!;

    public bool MayJudge => AccessPolicy.SitsOnPanel(By) && Shown is { Sitting.Status: SittingStatus.Sitting, Case: { Conflict: false, Own: null, Panel: null } };

    public bool MayRecord => Leads && Shown is { Sitting.Status: SittingStatus.Sitting, Case: { Panel: null, Given: >= SittingDecider.FewestMembers } };

    public int? Next => Shown.Sitting.Cases.FirstOrDefault(one => one.Number == Number + 1)?.Number;

    public string Group(string group) => GroupWords.Of(group, rulebook);

    public async Task<IActionResult> OnPostOwnAsync()
    {
        if (!AccessPolicy.SitsOnPanel(By))
        {
            return NotForRole();
        }

        var verdict = Read.Choice<PanelVerdict>(nameof(Verdict), Verdict, "how it was dealt with");
        var observations = Read.OptionalText(nameof(Observations), Observations, "what you observe", SittingDecider.LongestText);
        if (ModelState.IsValid && verdict != PanelVerdict.Appropriate && observations is null)
        {
            Read.Fault(nameof(Observations), "Enter what you observe");
        }

        return await Run(Quarter, () => new SittingCommand.GiveVerdict(Number, verdict, observations), "Your verdict was kept.", Addresses.SittingCase(Quarter, Number));
    }

    public async Task<IActionResult> OnPostPanelAsync()
    {
        if (!Leads)
        {
            return NotForRole();
        }

        var verdict = Read.Choice<PanelVerdict>(nameof(Verdict), Verdict, "what the panel says");
        var feedback = Read.Text(nameof(Feedback), Feedback, "what the officer learns from it", SittingDecider.LongestText);
        return await Run(Quarter, () => new SittingCommand.RecordPanelVerdict(Number, verdict, feedback), "The panel’s verdict was recorded, and the officer is told.", Addresses.SittingCase(Quarter, Number));
    }

    protected override async Task<IActionResult?> Load() => Take(await query.Sheet(Quarter, Number, By, Cancellation), shown => Shown = shown);
}
