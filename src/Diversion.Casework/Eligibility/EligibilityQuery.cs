using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Programmes;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Time;

namespace Diversion.Casework.Eligibility;

/// <param name="Overridden">The sergeant's reason for overriding it; left out when nobody did.</param>
/// <param name="Overridable">The scheme lets a sergeant override it when it is known and not met.</param>
/// <param name="OverriddenBy">The sergeant; left out when nobody did, and in cases from before this was stored.</param>
public sealed record RuleView(
    string Rule, string Message, Answer Answer, string FactsUsed, string? Overridden, bool Overridable, string? OverriddenBy = null);

/// <summary>The eligibility rules of the case's scheme, applied to what is known now.</summary>
/// <param name="Decided">Approved, or ended before it began: the answers are those of that day. An approval whose facts
/// have changed is no longer valid.</param>
public sealed record EligibilityView(IReadOnlyList<RuleView> Rules, bool Decided);

/// <summary>Evaluates each rule as an approval by the viewer would.</summary>
public sealed class EligibilityQuery(RecordAccess access, Rulebook rulebook)
{
    public async ValueTask<Reply<EligibilityView>> Of(string reference, AccessRequest request, CancellationToken cancellation = default) =>
        (await access.At(reference, request, "eligibility", static (_, visible) => visible.Offence, cancellation))
            .Then<EligibilityView>(seen => Show(seen.State, request));

    private EligibilityView Show(AgreementState state, AccessRequest request)
    {
        var scheme = rulebook.SchemeOf(state);
        var referral = state.Referral;
        var decided = state.Status != AgreementStatus.Referred && (state.Status != AgreementStatus.Eligible || Stands(state, request));
        var answers = decided
            ? referral.Answers
            : EligibilityAssessment.Assess(EligibilityCase.Of(state, AccessPolicy.MayOverrideRules(request.By)), scheme, WorkingCalendar.DateOf(request.At));
        return new EligibilityView(
            [
                .. answers.Select(answer =>
                {
                    var waived = decided ? referral.Overrides.FirstOrDefault(one => one.Rule == answer.Rule) : null;
                    return new RuleView(
                        answer.Rule,
                        answer.Message,
                        answer.Answer,
                        answer.FactsUsed,
                        waived?.Reason,
                        scheme.Eligibility.Any(rule => rule.Id == answer.Rule && rule.MayBeOverridden),
                        waived?.By?.Name);
                }),
            ],
            decided);
    }

    /// <summary>Approving again would change nothing.</summary>
    private bool Stands(AgreementState state, AccessRequest request)
    {
        var approval = new ReferralCommand.ApproveEligibility { By = request.By with { Role = Role.Sergeant }, At = request.At };
        return Agreement.Decide(state, approval, rulebook.RulesInForceFor(state, approval)) is { Refusal: null, Events.Count: 0 };
    }
}
