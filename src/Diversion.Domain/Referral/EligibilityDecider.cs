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
    public static ImmutableArray<RuleAnswer> Assess(AgreementState state, RulesInForce inForce, LocalDate today, bool bySergeant) =>
        EligibilityAssessment.Assess(EligibilityCase.Of(state, bySergeant), inForce.Scheme, today);

    /// <summary>Rules that were met or overridden at the approval, but are no longer on today's facts.</summary>
    private static ImmutableArray<string> NoLongerApproved(DecisionContext context)
    {
        var (state, scheme) = (context.State, context.Scheme);

        // The offence was recent enough on the day of the approval; that does not lapse later.
        var askedOn = state.Referral.ApprovedOn ?? Time.WorkingCalendar.DateOf(state.Referral.ReferredAt);
        var inForce = new RulesInForce(scheme, context.Calendar);
        var unseen = Assess(state, inForce, askedOn, bySergeant: false);
        var seen = Assess(state, inForce, askedOn, bySergeant: true);
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
    public static Refusal? Stale(DecisionContext context)
    {
        var changed = NoLongerApproved(context);
        return changed.IsEmpty
            ? null
            : new Refusal.RuleForbids(
                RefusalCode.EligibilityNotMet,
                $"Facts have changed since the approval: {OverrideRules.InWords(changed, context.Scheme)}. "
                + (context.State.Status == AgreementStatus.Offered ? "Withdraw the offer; then a " : "A ")
                + "sergeant approves again, or the person is found not eligible.");
    }

    public static Refusal? Approve(DecisionContext context, ReferralCommand.ApproveEligibility command)
    {
        var state = context.State;
        if (state.Status is not (AgreementStatus.Referred or AgreementStatus.Eligible))
        {
            return ReferralDecider.WrongStatus(state, "Eligibility is approved before an offer is made");
        }

        // Already approved, and nothing that the approval is based on has changed.
        if (state.Status == AgreementStatus.Eligible && NoLongerApproved(context).IsEmpty)
        {
            return null;
        }

        if (OverrideRules.OfOwn(context) is { } own)
        {
            return own;
        }

        var overrides = command.Overrides.IsDefault ? [] : command.Overrides;
        var answers = Assess(state, new RulesInForce(context.Scheme, context.Calendar), context.Today, context.Command.By.Role == Role.Sergeant);
        if (OverrideRules.Check(overrides, answers, context.Scheme) is { } unfit)
        {
            return unfit;
        }

        if (Standing(answers.Where(answer => overrides.All(waived => waived.Rule != answer.Rule)), context.Scheme) is { } standing)
        {
            return standing;
        }

        foreach (var waived in overrides)
        {
            var answer = answers.Single(one => one.Rule == waived.Rule);
            context.Raise(new ReferralEvent.RuleOverridden(
                answer.Rule, answer.Message, answer.FactsUsed, waived.Reason.Trim(), context.Command.By.AsStaff(), context.Now));
        }

        context.Raise(new ReferralEvent.EligibilityApproved(answers, [], context.Today));
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

    public static Refusal? FindNotEligible(DecisionContext context)
    {
        if (context.State.Status is not (AgreementStatus.Referred or AgreementStatus.Eligible))
        {
            return ReferralDecider.WrongStatus(context.State, "A person is found not eligible before an offer; after signing, discontinue");
        }

        var answers = Assess(context.State, new RulesInForce(context.Scheme, context.Calendar), context.Today, bySergeant: false);
        context.Raise(new ReferralEvent.FoundNotEligible(answers, context.Now));
        VictimObligations.OnDecision(context);
        CaseOutcomes.Owe(context);
        return null;
    }
}
