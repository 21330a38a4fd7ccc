using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Simulation.Behaviours;

/// <summary>
/// When staff act: on working days, on the half-hours from 9:00 to 16:30, so that many acts coincide as they do in an
/// office.
/// </summary>
internal sealed class OfficeHours(WorkingCalendar calendar)
{
    private const int Slots = 16;

    /// <summary>Most desk work is done in batches: first thing, before lunch, after it, and before going home (assumed).</summary>
    private static readonly int[] Batches = [1, 5, 9, 14];

    public WorkingCalendar Calendar => calendar;

    public static Instant Slot(LocalDate day, int slot) =>
        WorkingCalendar.At(day, new LocalTime(9, 0).PlusMinutes(30 * slot));

    /// <summary>A half-hour of any day and night, on which a feed may send something.</summary>
    public static Instant HalfHour(Instant instant) =>
        Instant.FromUnixTimeSeconds((instant.ToUnixTimeSeconds() + 1799) / 1800 * 1800);

    /// <summary>The first slot after the instant.</summary>
    public Instant FirstAfter(Instant instant)
    {
        var local = instant.InZone(WorkingCalendar.Zone);
        if (calendar.IsWorkingDay(local.Date))
        {
            var minutes = ((local.Hour - 9) * 60) + local.Minute;
            var next = minutes < 0 ? 0 : (minutes / 30) + 1;
            if (next < Slots)
            {
                return Slot(local.Date, next);
            }
        }

        return Slot(calendar.AddWorkingDays(local.Date, 1), 0);
    }

    /// <summary>One of the day's batches this many working days later, and after the instant.</summary>
    public Instant DaysAfter(Instant instant, int days, Chance chance)
    {
        var day = calendar.AddWorkingDays(WorkingCalendar.DateOf(instant), days);
        var slot = Slot(day, chance.Pick(Batches));
        return slot > instant && calendar.IsWorkingDay(day) ? slot : FirstAfter(instant);
    }

    /// <summary>
    /// A slot after <paramref name="from"/> and no later than <paramref name="to"/>; if there is none, the first after
    /// <paramref name="from"/>.
    /// </summary>
    public Instant Within(Instant from, Instant to, Chance chance)
    {
        var aim = from + ((to - from) * chance.Unit());
        var slot = FirstAfter(Instant.Max(from, aim));
        var day = WorkingCalendar.DateOf(slot);
        foreach (var batch in Batches)
        {
            if (Slot(day, batch) is var batched && batched >= slot && batched <= to)
            {
                return batched;
            }
        }

        return slot <= to ? slot : FirstAfter(from);
    }

    /// <summary>The working days from the first to the last, both included.</summary>
    public List<LocalDate> WorkingDays(LocalDate first, LocalDate last)
    {
        var days = new List<LocalDate>(10);
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            if (calendar.IsWorkingDay(day))
            {
                days.Add(day);
            }
        }

        return days;
    }
}
