using System.Collections.Frozen;
using System.Globalization;
using Diversion.Casework.OwnPage;
using Diversion.Domain;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Web.Pages.MyAgreement;

/// <summary>
/// The wording of the person's own page in one language. English and Welsh stand side by side in <see cref="PersonWording"/>; the
/// Welsh was written by us, and awaits a translator like the texts (ADR 81).
/// </summary>
public sealed class PersonTexts
{
    public static readonly PersonTexts English = new("en");
    public static readonly PersonTexts Welsh = new("cy");

    private static readonly string[] Days = ["", "Dydd Llun", "Dydd Mawrth", "Dydd Mercher", "Dydd Iau", "Dydd Gwener", "Dydd Sadwrn", "Dydd Sul"];
    private static readonly string[] Months =
        ["", "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"];

    private readonly FrozenDictionary<string, string> words;

    private PersonTexts(string code)
    {
        Code = code;
        words = PersonWording.All.ToFrozenDictionary(one => one.Key, one => code == "cy" ? one.Welsh : one.English, StringComparer.Ordinal);
    }

    /// <summary>As in HTML.</summary>
    public string Code { get; }

    public PersonTexts Other => Code == "cy" ? English : Welsh;

    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string this[string key] => words[key];

    /// <returns>English for any other code.</returns>
    public static PersonTexts In(string? code) => code == Welsh.Code ? Welsh : English;

    /// <summary>What they agreed, in a sentence; a kind that we have no words for is the worker's to explain.</summary>
    public string Of(OwnCondition condition) =>
        (condition.Need is { } need ? words.GetValueOrDefault($"pathway.{need}") : null) ?? words.GetValueOrDefault($"agreed.{condition.Kind.Slug}") ?? words["agreed.other"];

    /// <summary>"Tuesday 10 March, 2pm"; "Dydd Mawrth 10 Mawrth, 14:00".</summary>
    public string When(Instant at)
    {
        var local = at.InZone(WorkingCalendar.Zone);
        return Code == "cy"
            ? $"{Day(local.Date)}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}"
            : $"{Day(local.Date)}, {Words.Time(at)}";
    }

    public string Day(LocalDate day) => Code == "cy"
        ? $"{Days[(int)day.DayOfWeek]} {day.Day} {Months[day.Month]}"
        : day.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    /// <summary>"1 hour 30 minutes"; "1 awr 30 munud".</summary>
    public string Length(int minutes) => Code == "cy"
        ? string.Join(' ', new[] { minutes / 60 is > 0 and var hours ? $"{hours} awr" : null, minutes % 60 is var rest && (rest > 0 || minutes == 0) ? $"{rest} munud" : null }.OfType<string>())
        : Words.Length(minutes);

    public string Hours(OwnHours hours) => string.Format(CultureInfo.InvariantCulture, words["hours.done"], Length(hours.DoneMinutes), Length(hours.TargetMinutes));
}
