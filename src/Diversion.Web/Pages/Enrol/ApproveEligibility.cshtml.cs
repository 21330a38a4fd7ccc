using Diversion.Casework.Queries;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>How each rule stands, for the police; the decision, for a sergeant.</summary>
public sealed class ApproveEligibilityModel(EligibilityQuery eligibility) : EnrolmentPage
{
    private const int LongestReason = 2_000;

    private EligibilityView view = new([], false);
    private IReadOnlyList<ActionView> possible = [];

    /// <summary>Reasons by rule. The name is given: without one, a form that has none of these would fill it with all its fields.</summary>
    [BindProperty(Name = nameof(Overrides))]
    public Dictionary<string, string?> Overrides { get; set; } = [];

    public IReadOnlyList<RuleView> Rules => view.Rules;

    /// <summary>Rules that stand against an approval.</summary>
    public IReadOnlyList<RuleView> Open => [.. Rules.Where(rule => rule.Answer != Answer.Met)];

    public bool MayApprove => possible.Any(action => action.Command == "approve-eligibility");

    public bool MayEnd => possible.Any(action => action.Command == "find-not-eligible");

    public bool WaitsForSergeant => !view.Decided && !MayApprove;

    public string Summary
    {
        get
        {
            var (notMet, notKnown) = (Rules.Count(rule => rule.Answer == Answer.NotMet), Rules.Count(rule => rule.Answer == Answer.NotKnown));
            return view.Decided ? $"Decided: the case is {Agreement.StatusWords}. The answers are those of the decision."
                : notMet + notKnown == 0 ? "Every rule is met."
                : $"{Rules.Count - notMet - notKnown} of {Rules.Count} rules are met, {notMet} not met, {notKnown} not known yet.";
        }
    }

    public Task<IActionResult> OnPostAsync()
    {
        var given = new List<RuleOverride>();
        foreach (var (rule, typed) in Overrides)
        {
            if (Read.OptionalText(FieldOf(rule), typed, "the reason", LongestReason) is { } reason)
            {
                given.Add(new RuleOverride(rule, reason));
            }
        }

        var open = Overrides.FirstOrDefault(one => string.IsNullOrWhiteSpace(one.Value)).Key;
        return Run(
            () => new ReferralCommand.ApproveEligibility([.. given]),
            "Eligibility was approved.",
            Tasks,
            code => code == RefusalCode.EligibilityNotMet && open is not null ? FieldOf(open) : null);
    }

    private static string FieldOf(string rule) => $"{nameof(Overrides)}[{rule}]";

    protected override async ValueTask<IActionResult?> Prepare()
    {
        var answers = await eligibility.Of(Reference, Look, Cancellation);
        if (answers is Reply<EligibilityView>.Refused { Refusal: var refusal })
        {
            return Refuse(refusal);
        }

        view = ((Reply<EligibilityView>.Given)answers).Value;
        foreach (var rule in Open)
        {
            Overrides.TryAdd(rule.Rule, null);
        }

        possible = await Possible();
        return null;
    }
}
