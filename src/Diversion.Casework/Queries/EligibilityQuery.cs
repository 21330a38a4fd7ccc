using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Time;

namespace Diversion.Casework.Queries;

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
public sealed class EligibilityQuery(Looking looking, Rulebook rulebook)
{
    public async ValueTask<Reply<EligibilityView>> Of(string reference, Look look, CancellationToken cancellation = default) =>
        (await looking.At(reference, look, "eligibility", static (_, sight) => sight.Offence, cancellation))
            .Then<EligibilityView>(seen => Show(seen.State, look));

    private EligibilityView Show(AgreementState state, Look look)
    {
        var scheme = rulebook.SchemeOf(state);
        var referral = state.Referral;
        var decided = state.Status != AgreementStatus.Referred && (state.Status != AgreementStatus.Eligible || Stands(state, look));
        var answers = decided
            ? referral.Answers
            : EligibilityAssessment.Assess(
                new EligibilityCase(
                    referral.Person,
                    referral.Offence,
                    referral.Facts,
                    referral.Risk.BandInForce,
                    state.Victim.ViewsSettled,
                    referral.DomesticAbuseConcern,
                    look.By.Role == Role.Sergeant),
                scheme,
                WorkingCalendar.DateOf(look.At));
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
    private bool Stands(AgreementState state, Look look)
    {
        var approval = new ReferralCommand.ApproveEligibility { By = look.By with { Role = Role.Sergeant }, At = look.At };
        return Agreement.Decide(state, approval, rulebook.GroundFor(state, approval)) is { Refusal: null, Events.Count: 0 };
    }
}
