using System.Globalization;

namespace Diversion.Domain.Reading;

/// <summary>
/// Moments as programs write them: RFC 3339 (section 5.6) with any offset, T and Z in either case or a blank instead of T,
/// and any number of digits of a second. Also without seconds, and with the ISO 8601 offsets +0100 or +01.
/// </summary>
public static class InstantText
{
    public const string Form = "a date and time with its offset from UTC, such as 2026-03-05T17:00:00Z or 2026-03-05T18:00:00+01:00";

    private const string WithoutLeapSecond = Form + " (the leap second 60 cannot be kept: send 59)";

    private const int NanosecondDigits = 9;

    private static readonly Instant Earliest = Instant.FromUtc(1, 1, 1, 0, 0);
    private static readonly Instant Latest = new LocalDateTime(9999, 12, 31, 23, 59, 59).PlusNanoseconds(999_999_999).InUtc().ToInstant();

    public static Parsed<Instant> Read(string? text)
    {
        var rest = (text ?? "").AsSpan().Trim();
        if (Number(ref rest, 4) is { } year && Take(ref rest, "-") && Number(ref rest, 2) is { } month && Take(ref rest, "-") && Number(ref rest, 2) is { } day
            && Take(ref rest, "Tt \u00A0") && Number(ref rest, 2) is { } hour && Take(ref rest, ":") && Number(ref rest, 2) is { } minute)
        {
            var second = 0;
            long nanoseconds = 0;
            if (Take(ref rest, ":"))
            {
                if (Number(ref rest, 2) is not { } read || Fraction(ref rest) is not { } fraction)
                {
                    return Refused();
                }

                (second, nanoseconds) = (read, fraction);
            }

            if (Offset(ref rest) is { } offset && rest.IsEmpty
                && year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) && hour <= 23 && minute <= 59)
            {
                return second switch
                {
                    <= 59 => Kept(new LocalDateTime(year, month, day, hour, minute, second).PlusNanoseconds(nanoseconds), offset),
                    60 => new Parsed<Instant>(default, WithoutLeapSecond),
                    _ => Refused(),
                };
            }
        }

        return Refused();
    }

    /// <summary>Stored JSON has the years 1 to 9999; an offset can leave that range.</summary>
    private static Parsed<Instant> Kept(LocalDateTime local, Duration offset)
    {
        var atZero = local.InUtc().ToInstant();
        return atZero - Earliest >= offset && Latest - atZero >= -offset ? new Parsed<Instant>(atZero - offset, null) : Refused();
    }

    private static Parsed<Instant> Refused() => new(default, Form);

    private static int? Number(ref ReadOnlySpan<char> rest, int digits)
    {
        if (rest.Length < digits || !int.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        rest = rest[digits..];
        return number;
    }

    private static bool Take(ref ReadOnlySpan<char> rest, string anyOf)
    {
        if (rest.IsEmpty || !anyOf.Contains(rest[0], StringComparison.Ordinal))
        {
            return false;
        }

        rest = rest[1..];
        return true;
    }

    /// <returns>Nanoseconds; finer digits are cut off. Null for a decimal point without a digit.</returns>
    private static long? Fraction(ref ReadOnlySpan<char> rest)
    {
        if (!Take(ref rest, ".,"))
        {
            return 0;
        }

        var digits = 0;
        long nanoseconds = 0;
        for (; digits < rest.Length && char.IsAsciiDigit(rest[digits]); digits++)
        {
            nanoseconds = digits < NanosecondDigits ? nanoseconds * 10 + (rest[digits] - '0') : nanoseconds;
        }

        for (var missing = digits; missing < NanosecondDigits; missing++)
        {
            nanoseconds *= 10;
        }

        rest = rest[digits..];
        return digits == 0 ? null : nanoseconds;
    }

    private static Duration? Offset(ref ReadOnlySpan<char> rest)
    {
        if (Take(ref rest, "Zz"))
        {
            return Duration.Zero;
        }

        var sign = rest.IsEmpty || rest[0] is '+' ? 1 : -1;
        if (!Take(ref rest, "+-\u2212") || Number(ref rest, 2) is not { } hours || hours > 23)
        {
            return null;
        }

        var minutes = 0;
        if (Take(ref rest, ":") || !rest.IsEmpty)
        {
            if (Number(ref rest, 2) is not { } read || read > 59)
            {
                return null;
            }

            minutes = read;
        }

        return Duration.FromMinutes(sign * (hours * 60 + minutes));
    }
}
