using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Casework.Correspondence;

/// <summary>Days and times in text messages: short, without the year, and in the letters of the GSM alphabet.</summary>
internal static class TextDates
{
    private static readonly LocalDatePattern English = LocalDatePattern.CreateWithInvariantCulture("dddd d MMMM");
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly string[] WelshDays = ["", "Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn", "Sul"];

    private static readonly string[] WelshMonths =
        ["", "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"];

    /// <summary>"Tuesday 3 March"; in Welsh with the preposition that is in its mutation, "ddydd Mawrth 3 Mawrth".</summary>
    public static string Day(Instant at, LetterLanguage language)
    {
        var day = WorkingCalendar.DateOf(at);
        return language == LetterLanguage.English ? English.Format(day) : $"ddydd {WelshDays[(int)day.DayOfWeek]} {day.Day} {WelshMonths[day.Month]}";
    }

    /// <summary>Up to a day: "Tuesday 10 March", "dydd Mawrth 10 Mawrth".</summary>
    public static string By(Instant at, LetterLanguage language) => language == LetterLanguage.English ? Day(at, language) : Day(at, language)[1..];

    /// <summary>"4 hours 30 minutes", "4 awr a 30 munud".</summary>
    public static string Length(int minutes, LetterLanguage language) => language == LetterLanguage.English
        ? Words.Length(minutes)
        : string.Join(" a ", new[] { minutes / 60 is > 0 and var hours ? $"{hours} awr" : null, minutes % 60 is > 0 and var rest ? $"{rest} munud" : null }.OfType<string>());

    public static string Time(Instant at, LetterLanguage language) =>
        language == LetterLanguage.English ? Wording.Time(at) : Clock.Format(at.InZone(WorkingCalendar.Zone).TimeOfDay);
}
