using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Eligibility;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The answer of each rule, for the police; the decision, for a sergeant.</summary>
public sealed class ApproveEligibilityModel(EligibilityQuery eligibility) : EnrolmentPage
{
    private const int LongestReason = 2_000;

    private EligibilityView view = new([], false);
    private IReadOnlyList<ActionView> possible = [];

    /// <summary>
    /// Reasons by rule. The name is given explicitly: otherwise a form that has none of these would fill it with all its
    /// fields.
    /// </summary>
    [BindProperty(Name = nameof(Overrides))]
    public Dictionary<string, string?> Overrides { get; set; } = [];

    public IReadOnlyList<RuleView> Rules => view.Rules;

    /// <summary>Rules that are not met and that the scheme lets a sergeant override.</summary>
    public IReadOnlyList<RuleView> Open => [.. Rules.Where(rule => rule is { Answer: Answer.NotMet, Overridable: true })];

    private ActionView? Approval => possible.FirstOrDefault(action => action.Command == CommandCatalogue.NameOf<ReferralCommand.ApproveEligibility>());

    public bool MayApprove => Approval is not null && (Approval.Blocked is null || Typed);

    /// <summary>Why the reader cannot approve now; null when they can, or when it is not theirs to do.</summary>
    public string? Blocked => MayApprove ? null : Approval?.Blocked;

    public bool MayEnd => possible.Any(action => action.Command == CommandCatalogue.NameOf<ReferralCommand.FindNotEligible>());

    public bool WaitsForSergeant => !view.Decided && Approval is null;

    /// <summary>Somebody has typed into the form: it stays open even if the case has changed in the meantime.</summary>
    private bool Typed => !HttpMethods.IsGet(Request.Method);

    public string Summary
    {
        get
        {
            var (notMet, notKnown) = (Rules.Count(rule => rule.Answer == Answer.NotMet), Rules.Count(rule => rule.Answer == Answer.NotKnown));
            return view.Decided ? $"This was decided. The case is {Agreement.StatusWords}. The answers below are those of the day of the decision."
                : notMet + notKnown == 0 ? "Every rule is met."
                : $"{Rules.Count - notMet - notKnown} of {Rules.Count} rules are met. {notMet} not met. {notKnown} not known yet.";
        }
    }

    public Task<IActionResult> OnPostAsync()
    {
        var given = new List<RuleOverride>();
        foreach (var (rule, typed) in Overrides)
        {
            if (Read.OptionalText(FieldOf(rule), typed, "the reason", LongestReason) is { } reason)
            {
                if (OverrideReasons.Check(reason) is { } tooShort)
                {
                    Read.Fault(FieldOf(rule), tooShort.Message);
                }

                given.Add(new RuleOverride(rule, reason));
            }
        }

        var open = Overrides.FirstOrDefault(one => string.IsNullOrWhiteSpace(one.Value)).Key;
        return Run(
            () => new ReferralCommand.ApproveEligibility([.. given]),
            given.Count switch
            {
                0 => "Eligibility approved. The officer can now make the offer.",
                1 => "Eligibility approved, with 1 rule overridden. The override and its reason stay on the case. The officer can now make the offer.",
                var count => $"Eligibility approved, with {count} rules overridden. The overrides and their reasons stay on the case. The officer can now make the offer.",
            },
            Tasks,
            code => code is RefusalCode.EligibilityNotMet or RefusalCode.OverrideRepeated && (open ?? Overrides.Keys.FirstOrDefault()) is { } rule ? FieldOf(rule) : null);
    }

    private static string FieldOf(string rule) => $"{nameof(Overrides)}[{rule}]";

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives => [(null, new ReferralCommand.ApproveEligibility([.. Open.Select((rule, place) => new RuleOverride(rule.Rule, $"An example of reason {place + 1}."))]) { DuplicateReason = Example })];

    protected override async ValueTask<IActionResult?> Prepare()
    {
        var answers = await eligibility.Of(Reference, AccessRequest, Cancellation);
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
