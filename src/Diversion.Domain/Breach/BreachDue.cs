using Diversion.Domain.Agreements;

namespace Diversion.Domain.Breach;

internal static class BreachDue
{
    public static void Collect(AgreementState state, List<DueMoment> due)
    {
        if (state.Breach is not { } breach)
        {
            return;
        }

        if (breach is { AnswerAwaited: true, AnswerTimeEnded: false, AnswerUntil: { } until } && !state.AnswersTo(breach.News).Any())
        {
            due.Add(new DueMoment(until, Tracks.Agreement, DueKind.AnswerTimeEnds, BreachEvolution.DecisionId(breach.Number), RuleIds.BreachAnswer));
        }

        for (var i = breach.AlertsSent; i < breach.ChargeByAlerts.Length; i++)
        {
            due.Add(new DueMoment(
                breach.ChargeByAlerts[i], Tracks.Agreement, DueKind.ChargeByAlert, BreachEvolution.DecisionId(breach.Number), RuleIds.ChargeByAlert));
        }
    }

    public static void Fire(DecisionContext context, DueMoment moment)
    {
        if (moment.Kind == DueKind.AnswerTimeEnds)
        {
            context.Raise(new BreachEvent.AnswerTimeEnded(context.State.Breach!.Number, context.Now));
            return;
        }

        var daysLeft = Period.Between(context.Today, context.State.Referral.ChargeBy.Date!.Value, PeriodUnits.Days).Days;
        context.Raise(new BreachEvent.ChargeByAlerted(context.State.Breach!.Number, daysLeft, context.Now));
    }
}
