using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Telling;
using Diversion.Domain.Time;
using NodaTime.Text;

namespace Diversion.Domain;

/// <summary>Dates and times as readable text, on the wall clock of Europe/London.</summary>
public static class Words
{
    /// <summary>With a capital first letter.</summary>
    public static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>With a small first letter, for the middle of a sentence.</summary>
    public static string Lower(string words) => words.Length == 0 ? words : char.ToLowerInvariant(words[0]) + words[1..];

    private static readonly LocalDatePattern LongDate = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
    private static readonly LocalDatePattern DayAndDate = LocalDatePattern.CreateWithInvariantCulture("dddd d MMMM uuuu");
    private static readonly LocalTimePattern OnTheHour = LocalTimePattern.CreateWithInvariantCulture("htt");
    private static readonly LocalTimePattern WithMinutes = LocalTimePattern.CreateWithInvariantCulture("h:mmtt");

    /// <summary>"3 March 2026".</summary>
    public static string Date(LocalDate date) => LongDate.Format(date);

    public static string Date(Instant instant) => Date(WorkingCalendar.DateOf(instant));

    /// <summary>"Tuesday 3 March 2026".</summary>
    public static string Day(LocalDate date) => DayAndDate.Format(date);

    /// <summary>"Tuesday 3 March 2026 at 5pm".</summary>
    public static string DayAndTime(Instant instant)
    {
        var local = instant.InZone(WorkingCalendar.Zone);
        return $"{Day(local.Date)} at {Time(local.TimeOfDay)}";
    }

    /// <summary>"45 minutes", "1 hour", "2 hours 30 minutes".</summary>
    public static string Length(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (var hours, 0) => Count(hours, "hour"),
        (0, var rest) => Count(rest, "minute"),
        var (hours, rest) => $"{Count(hours, "hour")} {Count(rest, "minute")}",
    };

    /// <summary>"5pm", "10:30am", "midday".</summary>
    public static string Time(LocalTime time) => time switch
    {
        { Hour: 12, Minute: 0 } => "midday",
        { Hour: 0, Minute: 0 } => "midnight",
        _ => (time.Minute == 0 ? OnTheHour : WithMinutes).Format(time).ToLowerInvariant(),
    };

    public static string Time(Instant instant) => Time(instant.InZone(WorkingCalendar.Zone).TimeOfDay);

    /// <summary>"5pm on 3 March 2026". Midnight is given as the end of the day before, so that nobody takes it for the next day.</summary>
    public static string Moment(Instant instant)
    {
        var local = instant.InZone(WorkingCalendar.Zone);
        return local.TimeOfDay == LocalTime.Midnight
            ? $"the end of {Date(local.Date.PlusDays(-1))}"
            : $"{Time(local.TimeOfDay)} on {Date(local.Date)}";
    }

    private static string Count(int number, string one) => number == 1 ? $"1 {one}" : $"{number} {one}s";

    /// <summary>The name of a need in the programme's papers.</summary>
    public static string Of(PathwayKind need) => need switch
    {
        PathwayKind.FinanceBenefitAndDebt => "finance, benefit and debt",
        PathwayKind.AttitudesThinkingAndBehaviour => "attitudes, thinking and behaviour",
        PathwayKind.SexualExploitation => "sexual exploitation, as a victim",
        _ => Of<PathwayKind>(need),
    };

    /// <summary>How somebody was told; fits behind "told".</summary>
    public static string Of(ToldHow how) => how switch
    {
        ToldHow.InPerson => "in person",
        ToldHow.Telephone => "by telephone",
        ToldHow.Letter => "by letter",
        ToldHow.Email => "by email",
        _ => "by text message",
    };

    /// <summary>How somebody told us.</summary>
    public static string Of(AnsweredHow how) => how switch
    {
        AnsweredHow.InPerson => "in person",
        AnsweredHow.Telephone => "by telephone",
        AnsweredHow.Writing => "in writing",
        AnsweredHow.Letter => "by letter",
        AnsweredHow.Email => "by email",
        AnsweredHow.Text => "by text message",
        AnsweredHow.WebForm => "with a form on a web page",
        _ => "through somebody",
    };

    /// <summary>"restorative justice".</summary>
    public static string Of(ConditionKind kind) => kind.Slug.Replace('-', ' ');

    /// <summary>An enum's name as words in lower case: <c>BreachReview</c> is "breach review".</summary>
    public static string Of<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        return string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()));
    }
}
