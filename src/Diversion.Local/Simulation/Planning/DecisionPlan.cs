using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Time;
using Diversion.Local.Simulation.Running;
using NodaTime;

namespace Diversion.Local.Simulation.Planning;

/// <summary>A lead other than the proposer decides.</summary>
internal static class DecisionPlan
{
    public static void Decide(CaseFile file, Obligation open, Instant now, Setting setting) =>
        file.Plan(
            Pace.Of(file, setting, open, now),
            (state, on) => state.Owes(open.Id) && state.Breach is { } proposed ? Decide(file, state, proposed, on, setting) : null,
            (state, on) => state.Breach is { } proposed ? Decision(file, proposed, BreachDecision.Confirm, on) : null);

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
            BreachDecision.Vary => Decision(
                file, proposed, proposed.Cause == BreachCause.ConditionsNotKept ? BreachDecision.Confirm : BreachDecision.Continue, now),
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
            : Decision(file, proposed, BreachDecision.Confirm, now);
    }

    private static BreachCommand.DecideBreach Decision(CaseFile file, BreachState proposed, BreachDecision decision, Instant now) => new(decision)
    {
        By = file.Team.LeadOtherThan(proposed.ProposerId),
        At = now,
        AfterChargeBy = decision == BreachDecision.Confirm,
        Reason = $"Decided after reading the record: {decision}.",
    };
}
