using Diversion.Domain.Time;

namespace Diversion.Domain.Schemes;

/// <summary>Quiet hours, local time: nobody is sent a text from the one hour of an evening to the other of the next morning.</summary>
/// <param name="QuietFromHour">13 to 23.</param>
/// <param name="QuietUntilHour">1 to 12.</param>
public sealed record TextRules(int QuietFromHour = 20, int QuietUntilHour = 8)
{
    /// <returns>When a text may be sent at the earliest: the instant itself, or the end of the quiet hours that it falls in.</returns>
    public Instant Opens(Instant at)
    {
        var local = at.InZone(WorkingCalendar.Zone);
        return local.Hour >= QuietFromHour ? WorkingCalendar.At(local.Date.PlusDays(1), new LocalTime(QuietUntilHour, 0))
            : local.Hour < QuietUntilHour ? WorkingCalendar.At(local.Date, new LocalTime(QuietUntilHour, 0))
            : at;
    }

    /// <returns>An hour before the quiet hours that the instant falls in begin.</returns>
    public Instant EveningBefore(Instant at)
    {
        var local = at.InZone(WorkingCalendar.Zone);
        var evening = local.Hour < QuietUntilHour ? local.Date.PlusDays(-1) : local.Date;
        return WorkingCalendar.At(evening, new LocalTime(QuietFromHour - 1, 0));
    }
}
