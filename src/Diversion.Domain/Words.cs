using NodaTime.Text;

namespace Diversion.Domain;

/// <summary>Dates as people read them.</summary>
public static class Words
{
    private static readonly LocalDatePattern LongDate = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    public static string Date(LocalDate date) => LongDate.Format(date);

    public static string Date(Instant instant) => Date(Time.WorkingCalendar.DateOf(instant));

    /// <summary>An enum's name as words in lower case: <c>BreachReview</c> is "breach review".</summary>
    public static string Of<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        return string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()));
    }
}
