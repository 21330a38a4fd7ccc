namespace Diversion.Domain.Time;

/// <summary>
/// Working days of England and Wales and wall-clock times in Europe/London. Outside <see cref="From"/>..<see cref="To"/>
/// only weekends are known, not bank holidays: commands that set a term are refused there (<see cref="Covers"/>), and a
/// deadline a few days past the edge still falls on a weekday.
/// </summary>
public sealed class WorkingCalendar
{
    /// <summary>Deadlines given in working days fall at this local time.</summary>
    public static readonly LocalTime CloseOfBusiness = new(17, 0);

    /// <summary>Reminders go out at this local time.</summary>
    public static readonly LocalTime StartOfBusiness = new(9, 0);

    private readonly Dictionary<LocalDate, string> bankHolidays;

    /// <param name="bankHolidays">Each with its name.</param>
    /// <param name="from">First day for which the list of bank holidays is known to be complete.</param>
    /// <param name="to">Last such day.</param>
    public WorkingCalendar(IReadOnlyDictionary<LocalDate, string> bankHolidays, LocalDate from, LocalDate to)
    {
        this.bankHolidays = new Dictionary<LocalDate, string>(bankHolidays);
        From = from;
        To = to;
    }

    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/London"];

    public LocalDate From { get; }

    public LocalDate To { get; }

    public static LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;

    /// <summary>The instant of a wall-clock time; a time that the spring change skips is moved forward by the gap.</summary>
    public static Instant At(LocalDate date, LocalTime time) => Zone.AtLeniently(date + time).ToInstant();

    /// <summary>The first instant of the next day: everything on the day is before it.</summary>
    public static Instant EndOf(LocalDate date) => Zone.AtStartOfDay(date.PlusDays(1)).ToInstant();

    public bool Covers(LocalDate date) => date >= From && date <= To;

    public bool IsWorkingDay(LocalDate date) =>
        date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !bankHolidays.ContainsKey(date);

    /// <summary>"Good Friday"; null on any other day.</summary>
    public string? BankHolidayOrNull(LocalDate date) => bankHolidays.GetValueOrDefault(date);

    /// <summary>The working day this many working days after the date, which does not count itself. 0 is the date itself.</summary>
    public LocalDate AddWorkingDays(LocalDate date, int days)
    {
        for (var left = days; left > 0;)
        {
            date = date.PlusDays(1);
            if (IsWorkingDay(date))
            {
                left--;
            }
        }

        return date;
    }

    /// <summary>The last working day that is not after the date.</summary>
    public LocalDate WorkingDayUpTo(LocalDate date)
    {
        while (!IsWorkingDay(date))
        {
            date = date.PlusDays(-1);
        }

        return date;
    }

    /// <summary>Close of business this many working days after the local date of the instant.</summary>
    public Instant WorkingDaysAfter(Instant instant, int days) => At(AddWorkingDays(DateOf(instant), days), CloseOfBusiness);
}
