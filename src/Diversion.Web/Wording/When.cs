using Diversion.Casework.Programmes;
using Diversion.Domain;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Web.Wording;

/// <summary>Days and moments relative to now: every date on a page is formatted here.</summary>
public sealed class When(IClock clock, Rulebook rulebook)
{
    /// <summary>One page uses one "now".</summary>
    public Instant Now { get; } = clock.GetCurrentInstant();

    public LocalDate Today => WorkingCalendar.DateOf(Now);

    /// <summary>The local day of a moment: "3 March 2026".</summary>
    public string Date(Instant instant) => Date(WorkingCalendar.DateOf(instant));

    /// <summary>"3 March 2026".</summary>
    public string Date(LocalDate day) => Words.Date(day);

    /// <summary>"today", "tomorrow", "yesterday", otherwise "3 March 2026".</summary>
    public string Day(LocalDate day) => Near(day) ?? Words.Date(day);

    /// <summary>"5pm".</summary>
    public string Time(Instant instant) => Words.Time(instant);

    /// <summary>"5pm today", "9am tomorrow", "5pm on 3 March 2026".</summary>
    public string Moment(Instant instant)
    {
        var local = instant.InZone(WorkingCalendar.Zone);
        if (local.TimeOfDay == LocalTime.Midnight)
        {
            var ending = local.Date.PlusDays(-1);
            return Near(ending) is { } nearby ? $"the end of {nearby}" : Words.Moment(instant);
        }

        return Near(local.Date) is { } near ? $"{Words.Time(local.TimeOfDay)} {near}" : Words.Moment(instant);
    }

    /// <summary>"3 working days left", "due today", "2 working days overdue".</summary>
    public string Left(Instant due)
    {
        // A deadline at midnight belongs to the day that it ends.
        var day = WorkingCalendar.DateOf(due - Duration.Epsilon);
        return due < Now
            ? day == Today ? "overdue since today" : Between(day, Today) is > 0 and var days ? $"{WorkingDays(days)} overdue" : "overdue"
            : day == Today ? "due today" : $"{WorkingDays(Between(Today, day))} left";
    }

    /// <summary>"Overdue since 5pm on 3 March 2026 (2 working days)".</summary>
    public string Late(Instant due) => Between(WorkingCalendar.DateOf(due - Duration.Epsilon), Today) is > 0 and var days
        ? $"Overdue since {Moment(due)} ({WorkingDays(days)})"
        : $"Overdue since {Moment(due)}";

    /// <summary>"By 5pm today", "By 5pm on 9 March 2026, 2 working days left"; <see cref="Late"/> once that has passed.</summary>
    public string By(Instant due) => due < Now ? Late(due)
        : Near(WorkingCalendar.DateOf(due - Duration.Epsilon)) is null ? $"By {Moment(due)}, {Left(due)}"
        : $"By {Moment(due)}";

    /// <summary>"in 12 days", "today", "3 days ago": in calendar days.</summary>
    public string DaysUntil(LocalDate day) => Near(day) ?? (Period.DaysBetween(Today, day) is > 0 and var left ? $"in {left} days" : $"{Period.DaysBetween(day, Today)} days ago");

    private static string WorkingDays(int days) => days == 1 ? "1 working day" : $"{days} working days";

    private int Between(LocalDate from, LocalDate to)
    {
        var days = 0;
        for (var day = from.PlusDays(1); day <= to; day = day.PlusDays(1))
        {
            days += rulebook.Calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return days;
    }

    private string? Near(LocalDate day) => Period.DaysBetween(Today, day) switch
    {
        0 => "today",
        1 => "tomorrow",
        -1 => "yesterday",
        _ => null,
    };
}
