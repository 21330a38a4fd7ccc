using Diversion.Domain.Agreements;
using Diversion.Domain.Victim;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The outcome of a review or complaint, who looked at it, and how the victim was told.</summary>
public sealed class AnswerVictimRequestModel : VictimContactPage
{
    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? Reviewer { get; set; }

    /// <summary>Of a request that is withdrawn.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    public static IReadOnlyList<Choice> Outcomes { get; } =
    [
        new(nameof(VictimRequestOutcome.Upheld), "Upheld", Reveals: "reviewer"),
        new(nameof(VictimRequestOutcome.PartlyUpheld), "Partly upheld", Reveals: "reviewer"),
        new(nameof(VictimRequestOutcome.NotUpheld), "Not upheld", Reveals: "reviewer"),
        new(nameof(VictimRequestOutcome.Withdrawn), "Withdrawn by the victim", Reveals: "withdrawn"),
    ];

    public VictimRequest? Asked => Victim.Requests.FirstOrDefault(one => one.Number == VictimItem.ReadRequest(Item)?.Request);

    protected override int? Number => VictimItem.ReadRequest(Item)?.Victim;

    public Task<IActionResult> OnPostAsync()
    {
        var (victim, request) = VictimItem.ReadRequest(Item)!.Value;
        var outcome = Read.Choice<VictimRequestOutcome>(nameof(Outcome), Outcome, "the outcome");
        var reviewer = outcome == VictimRequestOutcome.Withdrawn ? null : Read.Text(nameof(Reviewer), Reviewer, "who looked at it");
        var reason = outcome == VictimRequestOutcome.Withdrawn ? Read.Text(nameof(Reason), Reason, "why it is withdrawn", 2_000) : null;
        var (how, on, byWhom, said) = ReadContact();
        return Run(
            () => new VictimCommand.AnswerVictimRequest(request, outcome, reviewer, how, on, byWhom, said) { Victim = victim, Reason = reason },
            "The answer to the victim was saved.",
            fieldOf: code => code is RefusalCode.RankUnknown or RefusalCode.ReviewerTooLow or RefusalCode.ReviewerInvolved ? nameof(Reviewer) : FieldOf(code));
    }

    protected override async ValueTask<IActionResult?> Prepare() => await OpensFor<VictimCommand.AnswerVictimRequest>();
}
