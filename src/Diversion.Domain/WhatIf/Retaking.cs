using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Time;

namespace Diversion.Domain.WhatIf;

/// <summary>
/// Takes the recorded decisions of an agreement again, each on what was known when it was taken, by its own rules and by
/// other ones. What would have come after another decision is not made up: the past goes on as it was recorded.
/// </summary>
public static class Retaking
{
    /// <param name="own">The rules that a command was decided with, in the state before it.</param>
    /// <param name="other">The rules to try, in the same place.</param>
    public static RetakenPast Of(
        IEnumerable<PastEvent> past, Func<AgreementState?, AgreementCommand, RulesInForce> own, Func<AgreementState?, AgreementCommand, RulesInForce> other)
    {
        var decisions = ImmutableArray.CreateBuilder<PastDecision>();
        var notRetaken = 0;
        AgreementState? state = null;
        foreach (var one in past)
        {
            var before = state;
            state = Agreement.Evolve(before, one.Happened);
            if (Decided(before, state, one) is not var (on, recorded, decide))
            {
                continue;
            }

            var (was, whyWas) = decide(own);
            if (recorded is { } kept && kept != was)
            {
                notRetaken++;
                continue;
            }

            var (now, whyNow) = decide(other);
            decisions.Add(new PastDecision(on, one.At, was, now, whyNow ?? whyWas));
        }

        return new RetakenPast(decisions.ToImmutable(), notRetaken);
    }

    /// <returns>How to take the decision of which this event is the record, and what it led to if the event alone says so.</returns>
    private static (DecidedOn On, DecisionResult? Recorded, Func<Func<AgreementState?, AgreementCommand, RulesInForce>, (DecisionResult Result, string? Why)> Decide)? Decided(
        AgreementState? before, AgreementState after, PastEvent one) => one.Happened switch
    {
        ReferralEvent.EligibilityApproved when before is { Status: AgreementStatus.Referred } =>
            (DecidedOn.Eligibility, DecisionResult.Allowed, rules => Eligible(before, one, rules)),
        ReferralEvent.FoundNotEligible when before is not null => (DecidedOn.Eligibility, DecisionResult.Refused, rules => Eligible(before, one, rules)),
        OfferEvent.OfferMade e when before is not null => (DecidedOn.Offer, DecisionResult.Allowed, rules => Taken(
            before, new OfferCommand.MakeOffer(e.Conditions) { By = one.By, At = one.At, DuplicateReason = Asked }, rules)),
        TermEvent.TermExtended e when before is { Status: not AgreementStatus.BreachReview } => (DecidedOn.Extension, DecisionResult.Allowed, rules => Taken(
            before,
            new TermCommand.ExtendTerm(e.LastDay, true, e.Agreed?.On ?? WorkingCalendar.DateOf(one.At), e.Agreed?.How) { By = one.By, At = one.At, Reason = Asked },
            rules)),
        BreachEvent.FailureRecorded => (DecidedOn.Failure, null, rules => Followed(after, one, rules)),
        _ => null,
    };

    /// <summary>In place of a reason that was given then: whether there was one is not asked again.</summary>
    private const string Asked = "As recorded";

    private static (DecisionResult Result, string? Why) Eligible(AgreementState before, PastEvent one, Func<AgreementState?, AgreementCommand, RulesInForce> rules)
    {
        var inForce = rules(before, new ReferralCommand.ApproveEligibility { By = one.By, At = one.At });
        var answers = EligibilityDecider.Assess(before, inForce, WorkingCalendar.DateOf(one.At), one.By.Role == Role.Sergeant);
        var against = answers.Where((answer, place) => answer.Answer != Answer.Met
            && !(inForce.Scheme.Eligibility[place].MayBeOverridden && before.Referral.Overrides.Any(waived => waived.Rule == answer.Rule))).ToArray();
        return against.Length == 0 ? (DecisionResult.Allowed, null) : (DecisionResult.Refused, string.Join("; ", against.Select(answer => $"{answer.Message} ({answer.FactsUsed})")));
    }

    private static (DecisionResult Result, string? Why) Taken(AgreementState before, AgreementCommand command, Func<AgreementState?, AgreementCommand, RulesInForce> rules) =>
        Agreement.Decide(before, command, rules(before, command)).Refusal is { } refusal ? (DecisionResult.Refused, refusal.Message) : (DecisionResult.Allowed, null);

    private static (DecisionResult Result, string? Why) Followed(AgreementState after, PastEvent one, Func<AgreementState?, AgreementCommand, RulesInForce> rules)
    {
        var command = new TimePassed { By = one.By, At = one.At };
        var context = new DecisionContext(after, command, rules(after, command));
        FailureLadder.Follow(context);
        var result = context.Events.Select(happened => happened switch
        {
            BreachEvent.BreachProposed => DecisionResult.BreachProposed,
            BreachEvent.WarningIssued { Level: WarningLevel.Final } => DecisionResult.FinalWarning,
            BreachEvent.WarningIssued => DecisionResult.FirstWarning,
            _ => DecisionResult.NothingFollows,
        }).DefaultIfEmpty(DecisionResult.NothingFollows).Max();
        return (result, null);
    }
}
