using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Referral;

/// <summary>From the rules' answers to an approval, or to the end of the case.</summary>
internal static class EligibilityDecider
{
    /// <summary>The rules applied to what is known now; the same for an approval and for a dry run.</summary>
    public static ImmutableArray<RuleAnswer> Assess(AgreementState state, Ground ground, LocalDate today, bool bySergeant) =>
        EligibilityAssessment.Assess(
            new EligibilityCase(
                state.Referral.Person,
                state.Referral.Offence,
                state.Referral.Facts,
                state.Referral.Risk.BandInForce,
                state.Victim.ViewsSettled,
                state.Referral.DomesticAbuseConcern,
                bySergeant),
            ground.Scheme,
            today);

    /// <summary>Rules that were met or overridden at the approval and are not on the facts of today.</summary>
    public static ImmutableArray<string> NoLongerApproved(Unfolding unfolding)
    {
        var state = unfolding.State;
        var ground = new Ground(unfolding.Scheme, unfolding.Calendar);

        // The offence was recent enough on the day of referral: an approval does not run out by itself.
        var referredOn = Time.WorkingCalendar.DateOf(state.Referral.ReferredAt);
        var unseen = Assess(state, ground, referredOn, bySergeant: false);
        var seen = Assess(state, ground, referredOn, bySergeant: true);
        var changed = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < seen.Length; i++)
        {
            // What only a sergeant may let pass counts as seen when the approval names the same facts.
            var stands = state.Referral.Overrides.Any(waived => waived.Rule == seen[i].Rule)
                || unseen[i].Answer == Answer.Met
                || (seen[i].Answer == Answer.Met && state.Referral.Answers.Contains(seen[i]));
            if (!stands)
            {
                changed.Add(seen[i].Rule);
            }
        }

        return changed.ToImmutable();
    }

    public static Refusal? Approve(Unfolding unfolding, ReferralCommand.ApproveEligibility command)
    {
        var state = unfolding.State;
        if (state.Status is not (AgreementStatus.Referred or AgreementStatus.Eligible))
        {
            return ReferralDecider.WrongStatus(state, "Eligibility is approved before an offer is made");
        }

        // Approved already, and nothing that it stands on has changed.
        if (state.Status == AgreementStatus.Eligible && NoLongerApproved(unfolding).IsEmpty)
        {
            return null;
        }

        var overrides = command.Overrides.IsDefault ? [] : command.Overrides;
        foreach (var waived in overrides)
        {
            if (unfolding.Scheme.Eligibility.All(rule => rule.Id != waived.Rule))
            {
                return new Refusal.Unknown(
                    RefusalCode.RuleUnknown,
                    $"There is no rule of that name. The scheme's rules: {string.Join(", ", unfolding.Scheme.Eligibility.Select(rule => rule.Id))}.");
            }
        }

        var answers = Assess(state, new Ground(unfolding.Scheme, unfolding.Calendar), unfolding.Today, unfolding.Command.By.Role == Role.Sergeant);
        var standing = answers.Where(answer => overrides.All(waived => waived.Rule != answer.Rule)).ToArray();
        if (standing.Where(answer => answer.Answer == Answer.NotMet).Select(answer => answer.Rule).ToArray() is { Length: > 0 } notMet)
        {
            return new Refusal.RuleForbids(
                RefusalCode.EligibilityNotMet,
                $"Not met: {InWords(notMet)}. Find the person not eligible, or override each with a reason.");
        }

        if (standing.Where(answer => answer.Answer == Answer.NotKnown).Select(answer => answer.Rule).ToArray() is { Length: > 0 } notKnown)
        {
            return new Refusal.RuleForbids(
                RefusalCode.EligibilityNotKnown,
                $"Not known yet: {InWords(notKnown)}. Record the facts, or override each with a reason.");
        }

        unfolding.Raise(new ReferralEvent.EligibilityApproved(answers, overrides));
        return null;
    }

    /// <summary>The ids of rules as people read them.</summary>
    internal static string InWords(IEnumerable<string> rules) => string.Join(", ", rules).Replace('-', ' ');

    public static Refusal? FindNotEligible(Unfolding unfolding)
    {
        if (unfolding.State.Status is not (AgreementStatus.Referred or AgreementStatus.Eligible))
        {
            return ReferralDecider.WrongStatus(unfolding.State, "A person is found not eligible before an offer; after signing, discontinue");
        }

        var answers = Assess(unfolding.State, new Ground(unfolding.Scheme, unfolding.Calendar), unfolding.Today, bySergeant: false);
        unfolding.Raise(new ReferralEvent.FoundNotEligible(answers, unfolding.Now));
        VictimPromises.OnDecision(unfolding);
        CaseOutcomes.Owe(unfolding);
        return null;
    }
}
