namespace Diversion.Domain.Time;

/// <summary>
/// Converts a day and time on the clocks of Europe/London to an instant. Around the clock changes, twice a year, a time may
/// exist twice or not at all.
/// </summary>
public abstract record WallClock
{
    private WallClock()
    {
    }

    public sealed record Once(Instant At) : WallClock;

    /// <summary>The clocks go forward over it: the time does not exist on that day.</summary>
    /// <param name="Before">The last minute before the gap.</param>
    /// <param name="After">The first time after it.</param>
    public sealed record Skipped(LocalTime Before, LocalTime After) : WallClock;

    /// <summary>The clocks go back over it: the time occurs twice.</summary>
    public sealed record Twice(Instant First, Instant Second) : WallClock;

    public static WallClock Read(LocalDate date, LocalTime time)
    {
        var found = WorkingCalendar.Zone.MapLocal(date + time);
        return found.Count switch
        {
            0 => new Skipped(
                found.EarlyInterval.IsoLocalEnd.TimeOfDay.PlusMinutes(-1),
                found.LateInterval.IsoLocalStart.TimeOfDay),
            1 => new Once(found.Single().ToInstant()),
            _ => new Twice(found.First().ToInstant(), found.Last().ToInstant()),
        };
    }

    /// <summary>Whether the clock time of this moment occurs twice on its day.</summary>
    public static bool ComesTwice(Instant at) => at.InZone(WorkingCalendar.Zone).LocalDateTime is var local && Read(local.Date, local.TimeOfDay) is Twice;
}
