using Diversion.Domain.Schemes;

namespace Diversion.Domain.Conditions.Supervision;

/// <summary>How long the periods of supervision are: weeks at first, then two weeks each, to the last day of the term.</summary>
internal static class SupervisionPeriods
{
    private const int Week = 7;
    private const int Fortnight = 14;

    /// <returns>The last day of a period.</returns>
    public static LocalDate LastDayOf(int number, LocalDate from, LocalDate lastDay, SchemeRules scheme)
    {
        var to = from.PlusDays((number <= scheme.Supervision.WeeklyPeriods ? Week : Fortnight) - 1);

        // A remainder of less than a week is added to the period before it, so that no period is only a few days long.
        return to.PlusDays(Week) > lastDay ? lastDay : to;
    }

    /// <summary>Those that have begun, and those that will.</summary>
    public static IEnumerable<(LocalDate From, LocalDate To)> From(SupervisionCondition condition, LocalDate lastDay, SchemeRules scheme)
    {
        foreach (var begun in condition.Periods)
        {
            yield return (begun.From, begun.To);
        }

        var number = condition.PeriodsOpened;
        for (var before = condition.Current?.To; before < lastDay;)
        {
            var from = before.Value.PlusDays(1);
            before = LastDayOf(++number, from, lastDay, scheme);
            yield return (from, before.Value);
        }
    }
}
