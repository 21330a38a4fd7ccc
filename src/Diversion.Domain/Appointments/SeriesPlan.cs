namespace Diversion.Domain.Appointments;

/// <summary>Appointments on the same day of the week at the same time, to the last day of the term.</summary>
/// <param name="FirstDay">Its day of the week is that of them all.</param>
/// <param name="Minutes">Length of each.</param>
public sealed record SeriesPlan(SeriesPattern Pattern, LocalDate FirstDay, LocalTime StartsAt, int Minutes);

public enum SeriesPattern
{
    /// <summary>One in each period of supervision: weekly at first, then every two weeks.</summary>
    EachPeriod,
    EveryWeek,
    EveryTwoWeeks,
}
