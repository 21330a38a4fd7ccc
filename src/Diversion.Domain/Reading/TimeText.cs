using NodaTime.Text;

namespace Diversion.Domain.Reading;

/// <summary>Times of day, as people write them: 2pm, 2.30 p.m., 14:30, 1430, noon. Programs send 14:30:00.</summary>
public static class TimeText
{
    public const string Form = "a time of day, such as 2:30pm, 14:30 or noon";

    public const string IsoForm = "a time of day such as 17:00:00";

    private static readonly LocalTimePattern[] Patterns =
    [
        .. new[] { "h:mmtt", "htt", "h.mmtt", "hhmmtt", "h:mm:sstt", "H:mm", "H.mm", "HHmm", "H'H'mm", "H:mm:ss", "H.mm.ss" }
            .Select(LocalTimePattern.CreateWithInvariantCulture),
    ];

    private static readonly LocalTimePattern[] IsoPatterns =
        [.. new[] { "HH:mm:ss.FFFFFFFFF", "HH:mm" }.Select(LocalTimePattern.CreateWithInvariantCulture)];

    /// <summary>A partial-time of RFC 3339, also without seconds.</summary>
    public static Parsed<LocalTime> ReadIso(string? text) => First(IsoPatterns, text?.Trim() ?? "", IsoForm);

    public static Parsed<LocalTime> Read(string? text)
    {
        var typed = string.Concat(Characters.Fold(text ?? "").Where(c => c != ' ')).ToUpperInvariant();
        switch (typed)
        {
            case "MIDDAY" or "NOON" or "12NOON" or "12MIDDAY":
                return new Parsed<LocalTime>(LocalTime.Noon, null);
            case "MIDNIGHT" or "12MIDNIGHT":
                return new Parsed<LocalTime>(LocalTime.Midnight, null);
        }

        return First(Patterns, Plain(typed), Form);
    }

    private static string Plain(string typed)
    {
        // 230pm: the pattern would otherwise take 23 as the hour.
        if (typed.Length >= 5 && typed[..3].All(char.IsAsciiDigit) && typed[3] is 'A' or 'P')
        {
            typed = "0" + typed;
        }

        foreach (var (said, meant) in (ReadOnlySpan<(string, string)>)[("A.M.", "AM"), ("P.M.", "PM"), ("A.M", "AM"), ("P.M", "PM"), ("HOURS", ""), ("HRS", ""), ("HR", "")])
        {
            if (typed.EndsWith(said, StringComparison.Ordinal))
            {
                return typed[..^said.Length] + meant;
            }
        }

        return typed;
    }

    private static Parsed<LocalTime> First(LocalTimePattern[] patterns, string text, string form)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Parse(text) is { Success: true, Value: var time })
            {
                return new Parsed<LocalTime>(time, null);
            }
        }

        return new Parsed<LocalTime>(default, form);
    }
}
