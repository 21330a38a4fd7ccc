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

    public static void Fire(Unfolding unfolding, DueMoment moment)
    {
        if (moment.Kind == DueKind.AnswerTimeEnds)
        {
            unfolding.Raise(new BreachEvent.AnswerTimeEnded(unfolding.State.Breach!.Number, unfolding.Now));
            return;
        }

        var daysLeft = Period.Between(unfolding.Today, unfolding.State.Referral.ChargeBy.Date!.Value, PeriodUnits.Days).Days;
        unfolding.Raise(new BreachEvent.ChargeByAlerted(unfolding.State.Breach!.Number, daysLeft, unfolding.Now));
    }
}
