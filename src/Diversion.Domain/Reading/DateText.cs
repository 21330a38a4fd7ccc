using NodaTime.Text;

namespace Diversion.Domain.Reading;

/// <summary>Calendar days, as people and spreadsheets write them: day first, month by name, or year first.</summary>
public static class DateText
{
    public const string Form = "a date with the day first and a year of four digits, such as 31/08/2026 or 31 August 2026, or 2026-08-31";

    /// <summary>What programs send: for a day in any other order the reader would have to guess.</summary>
    public const string IsoForm = "a date such as 2026-03-05";

    public const int EarliestYear = 1900;
    public const int LatestYear = 2199;

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>A full-date of RFC 3339.</summary>
    public static Parsed<LocalDate> ReadIso(string? text) =>
        text?.Trim() is { Length: 10 } iso && LocalDatePattern.Iso.Parse(iso) is { Success: true, Value: var day }
            ? new Parsed<LocalDate>(day, null)
            : new Parsed<LocalDate>(default, IsoForm);

    public static Parsed<LocalDate> Read(string? text)
    {
        var words = Words(WithoutMidnight(Characters.Fold(text ?? "").ToLowerInvariant()));
        var date = words switch
        {
            [{ Length: 8 } whole] when whole.All(char.IsAsciiDigit) => Of(whole[6..], whole[4..6], whole[..4]),
            [{ Length: 4 } year, var month, var day] when year.All(char.IsAsciiDigit) => Of(day, month, year),
            [var month, var day, var year] when char.IsAsciiLetter(month[0]) => Of(day, month, year),
            [var day, var month, var year] => Of(day, month, year),
            _ => null,
        };
        return date is { } read ? new Parsed<LocalDate>(read, null) : new Parsed<LocalDate>(default, Form);
    }

    /// <summary>A date in three parts, the month as a number or by its name.</summary>
    /// <returns>Null when there is no such day.</returns>
    public static LocalDate? Of(string day, string month, string year) =>
        Digits(year) is [_, _, _, _] && NumberText.Whole(year) is { IsRead: true, Value: >= EarliestYear and <= LatestYear and var y }
        && Month(month) is { } m
        && Digits(WithoutOrdinal(day)) is { } digits && NumberText.Whole(digits) is { IsRead: true, Value: var d }
        && d >= 1 && d <= CalendarSystem.Iso.GetDaysInMonth(y, m)
            ? new LocalDate(y, m, d)
            : null;

    /// <summary>A two-digit year: 94 is 1994 or 2094, and a date of birth must not be guessed.</summary>
    public static bool IsShortYear(string year) => Digits(year.TrimStart('\'', '\u2019')) is { Length: 1 or 2 };

    private static int? Month(string text)
    {
        var month = Characters.Fold(text).TrimEnd('.').ToLowerInvariant();
        if (Digits(month) is { } digits)
        {
            return NumberText.Whole(digits) is { IsRead: true, Value: >= 1 and <= 12 and var number } ? number : null;
        }

        return Array.FindIndex(Months, name => IsShortFor(month, name)) is >= 0 and var index ? index + 1 : null;
    }

    /// <summary>Three letters are enough (Sep); longer abbreviations (Sept) are accepted too.</summary>
    private static bool IsShortFor(string text, string name) => text.Length >= 3 && name.StartsWith(text, StringComparison.Ordinal);

    private static string? Digits(string text)
    {
        var folded = Characters.Fold(text);
        return folded.Length is > 0 and <= 4 && folded.All(char.IsAsciiDigit) ? folded : null;
    }

    private static string WithoutOrdinal(string day)
    {
        var folded = Characters.Fold(day).ToLowerInvariant();
        return folded.Length > 2 && char.IsAsciiDigit(folded[0]) && folded[^2..] is "st" or "nd" or "rd" or "th" ? folded[..^2] : folded;
    }

    /// <summary>Spreadsheets export a day as midnight of that day.</summary>
    private static string WithoutMidnight(string text)
    {
        foreach (var midnight in (string[])["t00:00:00.000z", "t00:00:00z", "t00:00:00", " 00:00:00", " 00:00"])
        {
            if (text.EndsWith(midnight, StringComparison.Ordinal))
            {
                return text[..^midnight.Length];
            }
        }

        return text;
    }

    private static string[] Words(string text)
    {
        if (text.Length > 0 && !char.IsAsciiLetterOrDigit(text[0]))
        {
            return [];
        }

        var words = text.Split([' ', '/', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries);
        return [.. words.SkipWhile(word => Weekdays.Any(name => IsShortFor(word, name))).Where(word => word is not ("of" or "the"))];
    }
}
