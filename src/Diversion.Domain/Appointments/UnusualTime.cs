using Diversion.Domain.Time;

namespace Diversion.Domain.Appointments;

/// <summary>Times at which an appointment is hardly ever intended, so they have to be confirmed.</summary>
public static class UnusualTime
{
    private static readonly LocalTime Earliest = new(7, 0);
    private static readonly LocalTime Latest = new(22, 0);

    /// <summary>What is unusual, as sentences without the final full stop; null when nothing is.</summary>
    public static string? Why(WorkingCalendar calendar, Instant startsAt, int minutes)
    {
        var starts = startsAt.InZone(WorkingCalendar.Zone).LocalDateTime;
        var ends = (startsAt + Duration.FromMinutes(minutes)).InZone(WorkingCalendar.Zone).LocalDateTime;
        var why = new List<string>(3);
        if (calendar.BankHolidayOrNull(starts.Date) is { } holiday)
        {
            why.Add($"{Words.Day(starts.Date)} is {(holiday.Contains("bank holiday", StringComparison.OrdinalIgnoreCase) ? "the " : "")}{holiday}");
        }
        else if (starts.DayOfWeek == IsoDayOfWeek.Sunday)
        {
            why.Add($"{Words.Date(starts.Date)} is a Sunday");
        }

        if (starts.TimeOfDay < Earliest || starts.TimeOfDay > Latest)
        {
            why.Add($"It starts at {Words.Time(starts.TimeOfDay)}, in the night");
        }
        else if (ends.Date > starts.Date || ends.TimeOfDay > Latest)
        {
            why.Add($"It ends at {Words.Time(ends.TimeOfDay)}, in the night");
        }

        if (WallClock.ComesTwice(startsAt))
        {
            why.Add($"The clocks go back that night: {Words.Time(starts.TimeOfDay)} comes twice");
        }

        return why.Count == 0 ? null : string.Join(". ", why);
    }
}
