using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Time;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>A lead other than the proposer decides, once the person has answered or the time for it is over.</summary>
internal static class DecisionPlan
{
    public static void Decide(CaseFile file, AgreementState proposal, Obligation open, Instant now, Setting setting) =>
        file.Plan(
            Pace.Of(file, setting, open, proposal.MayAnswer(now) && proposal.Breach!.AnswerUntil is { } until ? Instant.Max(now, until) : now),
            (state, on) => IsStill(state, open) && state.Breach is { } proposed ? Decide(file, state, proposed, on, setting) : null,
            (state, on) => IsStill(state, open) && state.Breach is { } proposed ? Confirm(file, state, proposed, on) : null);

    /// <summary>With an answer, or when the person is told late, the day moves, and the decision is planned anew.</summary>
    private static bool IsStill(AgreementState state, Obligation open) =>
        state.Obligations.Any(owed => owed.Id == open.Id && owed.Deadline.Due == open.Deadline.Due);

    private static BreachCommand.DecideBreach Decide(CaseFile file, AgreementState state, BreachState proposed, Instant now, Setting setting)
    {
        var decision = Choose(file, proposed.Cause, setting);
        var letGo = state.Conditions.FirstOrDefault(condition =>
            condition.Kind != ConditionKind.NoReoffending && (condition.Status == ConditionStatus.Failed || condition.IsOpen));
        return decision switch
        {
            BreachDecision.Vary when letGo is not null => Decision(file, proposed, decision, now) with { Remove = [letGo.Id], ParticipantAgreed = true },
            BreachDecision.Extend => Extend(file, state, proposed, now, setting),

            // Nothing is left to vary: with the term over, continuing would only raise the same question again.
            BreachDecision.Vary when proposed.Cause != BreachCause.ConditionsNotKept => Decision(file, proposed, BreachDecision.Continue, now),
            BreachDecision.Vary or BreachDecision.Confirm => Confirm(file, state, proposed, now),
            _ => Decision(file, proposed, decision, now),
        };
    }

    private static BreachDecision Choose(CaseFile file, BreachCause cause, Setting setting)
    {
        var (chance, behaviour) = (file.Chance, setting.Behaviour);
        switch (cause)
        {
            case BreachCause.ProvedReoffending or BreachCause.TagCut or BreachCause.Violence:
                return chance.Happens(behaviour["decision.grave.confirm"]) ? BreachDecision.Confirm : BreachDecision.Continue;
            case BreachCause.ConditionsNotKept:
                return chance.Weighted(behaviour["decision.unkept.confirm"], behaviour["decision.unkept.extend"], behaviour["decision.unkept.vary"]) switch
                {
                    0 => BreachDecision.Confirm,
                    1 => BreachDecision.Extend,
                    _ => BreachDecision.Vary,
                };
            default:
                return (BreachDecision)chance.Weighted(
                    behaviour["decision.failures.confirm"],
                    behaviour["decision.failures.continue"],
                    behaviour["decision.failures.vary"],
                    behaviour["decision.failures.extend"]);
        }
    }

    private static BreachCommand.DecideBreach Extend(CaseFile file, AgreementState state, BreachState proposed, Instant now, Setting setting)
    {
        var term = state.Term!;
        var left = setting.Scheme.Breach.MostExtensionDays - term.ExtendedDays;
        var lastDay = term.LastDay.PlusDays(Math.Min(left, file.Chance.Between(14, 28)));
        return left > 0 && lastDay > WorkingCalendar.DateOf(now)
            ? Decision(file, proposed, BreachDecision.Extend, now) with { LastDay = lastDay, ParticipantAgreed = true }
            : Confirm(file, state, proposed, now);
    }

    /// <summary>Whoever nobody could tell has not answered: the lead says so.</summary>
    private static BreachCommand.DecideBreach Confirm(CaseFile file, AgreementState state, BreachState proposed, Instant now) =>
        Decision(file, proposed, BreachDecision.Confirm, now) with
        {
            EarlyReason = state.MayAnswer(now) ? "The person could not be reached in time to answer." : null,
        };

    private static BreachCommand.DecideBreach Decision(CaseFile file, BreachState proposed, BreachDecision decision, Instant now) => new(decision)
    {
        By = file.Team.LeadOtherThan(proposed.ProposerId),
        At = now,
        AfterChargeBy = decision == BreachDecision.Confirm,
        Reason = $"Decided after reading the record: {decision}.",
    };
}
