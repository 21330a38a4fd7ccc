using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Appointments;

/// <summary>
/// Proposes the appointments of a whole term at once. Bank holidays are left out, and so is every time at which the person is
/// somewhere else. A Saturday or Sunday is not: whoever chose it as the first day wants that day.
/// </summary>
public static class AppointmentSeries
{
    /// <summary>More than a term of 4 months and an extension of 4 weeks has weeks.</summary>
    public const int Most = 40;

    /// <summary>The patterns that make sense for a condition, the best first.</summary>
    public static ImmutableArray<SeriesPattern> PatternsOf(AppointmentCondition condition) => condition is SupervisionCondition
        ? [SeriesPattern.EachPeriod, SeriesPattern.EveryWeek, SeriesPattern.EveryTwoWeeks]
        : [SeriesPattern.EveryWeek, SeriesPattern.EveryTwoWeeks];

    /// <param name="state">Of a signed agreement.</param>
    /// <param name="elsewhere">When the person is at appointments of other agreements.</param>
    /// <param name="workers">When whoever holds them has something with somebody else. They can be double-booked, as with a group, but seldom mean it: it is asked.</param>
    /// <param name="now">Nothing that has begun by then is proposed.</param>
    /// <returns>Every day that the pattern falls on, earliest first.</returns>
    public static ImmutableArray<SeriesDay> Of(
        AgreementState state,
        AppointmentCondition condition,
        SeriesPlan plan,
        SchemeRules scheme,
        WorkingCalendar calendar,
        IEnumerable<TakenTime> elsewhere,
        IReadOnlyCollection<TakenTime> workers,
        Instant now,
        Role by)
    {
        var taken = Overlap.Of(state).Concat(elsewhere).ToArray();
        return [.. Days(state, condition, plan, scheme, calendar).Take(Most).Select(one => Check(one.Day, one.Settled))];

        SeriesDay Check(LocalDate day, string? settled)
        {
            var startsAt = WorkingCalendar.At(day, plan.StartsAt);
            var endsAt = startsAt + Duration.FromMinutes(plan.Minutes);
            var why = settled
                ?? (calendar.BankHolidayOrNull(day) is { } holiday ? $"It is a bank holiday: {holiday}." : null)
                ?? (WallClock.Read(day, plan.StartsAt) is WallClock.Skipped ? "The clocks go forward over that time." : null)
                ?? (startsAt <= now ? "That time has passed." : null)
                ?? (endsAt > state.Term!.EndsAt ? "It would end after the last day of the term." : null)
                ?? taken.Where(other => other.Overlaps(startsAt, endsAt)).Select(other => $"{Overlap.Says(other)}.").FirstOrDefault();
            return new SeriesDay(day, startsAt, why, why is null && Asked(startsAt, endsAt) is { Length: > 0 } asked ? asked : null);
        }

        string Asked(Instant startsAt, Instant endsAt) => string.Join(
            ' ',
            ((string?[])
            [
                BookingWarnings.Of(state, calendar, startsAt, plan.Minutes, by) is { } unusual ? $"{unusual}." : null,
                workers.Where(other => other.Overlaps(startsAt, endsAt))
                    .Select(other => $"{state.KeyWorker?.Name} has a meeting with somebody else from {Words.Time(other.StartsAt)} to {Words.Time(other.EndsAt)}.").FirstOrDefault(),
            ]).OfType<string>());
    }

    /// <summary>The days of the pattern; one that needs no appointment has the reason.</summary>
    private static IEnumerable<(LocalDate Day, string? Settled)> Days(
        AgreementState state, AppointmentCondition condition, SeriesPlan plan, SchemeRules scheme, WorkingCalendar calendar)
    {
        var lastDay = state.Term!.LastDay;
        if (plan.Pattern == SeriesPattern.EachPeriod && condition is SupervisionCondition supervision)
        {
            return EachPeriod(supervision, plan, lastDay, scheme, calendar);
        }

        return EveryFew(plan.FirstDay, lastDay, plan.Pattern == SeriesPattern.EveryWeek ? 1 : 2).Select(day => (day, (string?)null));
    }

    private static IEnumerable<(LocalDate Day, string? Settled)> EachPeriod(
        SupervisionCondition condition, SeriesPlan plan, LocalDate lastDay, SchemeRules scheme, WorkingCalendar calendar)
    {
        foreach (var (from, to) in SupervisionPeriods.From(condition, lastDay, scheme).Where(period => period.To >= plan.FirstDay))
        {
            // A period of two weeks has a second such day, if the first is a bank holiday.
            var first = LocalDate.Max(from, plan.FirstDay);
            var days = EveryFew(first.DayOfWeek == plan.FirstDay.DayOfWeek ? first : first.Next(plan.FirstDay.DayOfWeek), to, 1).ToArray();
            if (days.Length == 0)
            {
                continue;
            }

            yield return (days.FirstOrDefault(day => calendar.BankHolidayOrNull(day) is null, days[0]), condition.HeldOrExpectedIn(from, to) is { } meeting
                ? $"There is a meeting on {Words.DayAndTime(meeting.StartsAt)} already."
                : condition.Periods.Any(period => period.From == from && period.Excused) ? "No meeting is needed then: the period was excused." : null);
        }
    }

    private static IEnumerable<LocalDate> EveryFew(LocalDate first, LocalDate last, int weeks)
    {
        for (var day = first; day <= last; day = day.PlusWeeks(weeks))
        {
            yield return day;
        }
    }
}
