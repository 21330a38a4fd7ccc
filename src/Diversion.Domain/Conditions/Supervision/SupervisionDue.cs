using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.Conditions.Supervision;

internal static class SupervisionDue
{
    public static void Collect(SupervisionCondition condition, List<DueMoment> due)
    {
        if (condition.Current is { } period)
        {
            due.Add(new DueMoment(
                period.EndsAt, condition.Id, DueKind.SupervisionPeriodEnds, SupervisionCondition.PeriodId(condition.Id, period.Number), RuleIds.SupervisionPeriod));
        }
    }

    public static void Fire(DecisionContext context, DueMoment moment)
    {
        var condition = context.State.Condition<SupervisionCondition>(moment.Track);
        var ended = condition.Current!;
        if (ended.To < context.State.Term!.LastDay)
        {
            OpenPeriod(context, condition.Id, ended.Number + 1, ended.To.PlusDays(1));
        }
        else
        {
            context.Raise(new SupervisionEvent.PeriodsEnded(condition.Id));
        }
    }

    public static void OpenPeriod(DecisionContext context, string id, int number, LocalDate from)
    {
        var to = SupervisionPeriods.LastDayOf(number, from, context.State.Term!.LastDay, context.Scheme);
        context.Raise(new SupervisionEvent.PeriodOpened(
            id,
            number,
            from,
            to,
            WorkingCalendar.EndOf(to),
            context.AtCloseOf(RuleIds.SupervisionPeriod, LocalDate.Max(to, context.Today))));
    }
}
