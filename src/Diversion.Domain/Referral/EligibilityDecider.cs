using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Referral;

/// <summary>From the answers of the rules to an approval, or to the end of the case.</summary>
internal static class EligibilityDecider
{
    /// <summary>The rules applied to what is known now; used for an approval and for a dry run.</summary>
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

    /// <summary>Rules that were met or overridden at the approval, but are no longer on today's facts.</summary>
    private static ImmutableArray<string> NoLongerApproved(Unfolding unfolding)
    {
        var (state, scheme) = (unfolding.State, unfolding.Scheme);

        // The offence was recent enough on the day of the approval; that does not lapse later.
        var askedOn = state.Referral.ApprovedOn ?? Time.WorkingCalendar.DateOf(state.Referral.ReferredAt);
        var ground = new Ground(scheme, unfolding.Calendar);
        var unseen = Assess(state, ground, askedOn, bySergeant: false);
        var seen = Assess(state, ground, askedOn, bySergeant: true);
        var changed = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < seen.Length; i++)
        {
            // A fact that only a sergeant may let pass counts as seen if the approval or the override names the same facts.
            var stands = unseen[i].Answer == Answer.Met || seen[i].Answer switch
            {
                Answer.Met => state.Referral.Answers.Contains(seen[i]),
                Answer.NotMet => scheme.Eligibility[i].MayBeOverridden && state.Referral.Overrides.Any(
                    waived => waived.Rule == seen[i].Rule && waived.FactsUsed == seen[i].FactsUsed),
                _ => false,
            };
            if (!stands)
            {
                changed.Add(seen[i].Rule);
            }
        }

        return changed.ToImmutable();
    }

    /// <summary>An approval is based on facts; later amendments or records may have changed them.</summary>
    public static Refusal? Stale(Unfolding unfolding)
    {
        var changed = NoLongerApproved(unfolding);
        return changed.IsEmpty
            ? null
            : new Refusal.RuleForbids(
                RefusalCode.EligibilityNotMet,
                $"Facts have changed since the approval: {OverrideRules.InWords(changed, unfolding.Scheme)}. "
                + (unfolding.State.Status == AgreementStatus.Offered ? "Withdraw the offer; then a " : "A ")
                + "sergeant approves again, or the person is found not eligible.");
    }

    public static Refusal? Approve(Unfolding unfolding, ReferralCommand.ApproveEligibility command)
    {
        var state = unfolding.State;
        if (state.Status is not (AgreementStatus.Referred or AgreementStatus.Eligible))
        {
            return ReferralDecider.WrongStatus(state, "Eligibility is approved before an offer is made");
        }

        // Already approved, and nothing that the approval is based on has changed.
        if (state.Status == AgreementStatus.Eligible && NoLongerApproved(unfolding).IsEmpty)
        {
            return null;
        }

        if (OverrideRules.OfOwn(unfolding) is { } own)
        {
            return own;
        }

        var overrides = command.Overrides.IsDefault ? [] : command.Overrides;
        var answers = Assess(state, new Ground(unfolding.Scheme, unfolding.Calendar), unfolding.Today, unfolding.Command.By.Role == Role.Sergeant);
        if (OverrideRules.Check(overrides, answers, unfolding.Scheme) is { } unfit)
        {
            return unfit;
        }

        if (Standing(answers.Where(answer => overrides.All(waived => waived.Rule != answer.Rule)), unfolding.Scheme) is { } standing)
        {
            return standing;
        }

        foreach (var waived in overrides)
        {
            var answer = answers.Single(one => one.Rule == waived.Rule);
            unfolding.Raise(new ReferralEvent.RuleOverridden(
                answer.Rule, answer.Message, answer.FactsUsed, waived.Reason.Trim(), unfolding.Command.By.AsStaff(), unfolding.Now));
        }

        unfolding.Raise(new ReferralEvent.EligibilityApproved(answers, [], unfolding.Today));
        return null;
    }

    /// <summary>Rules that block this approval because nobody overrides them in it.</summary>
    private static Refusal? Standing(IEnumerable<RuleAnswer> answers, SchemeRules scheme)
    {
        var open = answers.ToLookup(answer => answer.Answer, answer => answer.Rule);
        var notMet = open[Answer.NotMet].ToArray();
        var forGood = notMet.Where(id => !scheme.Eligibility.Single(rule => rule.Id == id).MayBeOverridden).ToArray();
        if (forGood.Length > 0)
        {
            return OverrideRules.NotOverridable(forGood, scheme, RefusalCode.EligibilityNotMet);
        }

        if (notMet.Length > 0)
        {
            return new Refusal.RuleForbids(
                RefusalCode.EligibilityNotMet,
                $"Not met: {OverrideRules.InWords(notMet, scheme)}. Find the person not eligible, or override each rule with its own reason.");
        }

        return open[Answer.NotKnown].ToArray() is { Length: > 0 } notKnown
            ? new Refusal.RuleForbids(
                RefusalCode.EligibilityNotKnown, $"Not known yet: {OverrideRules.InWords(notKnown, scheme)}. Record the facts: what is not known cannot be overridden.")
            : null;
    }

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
