using System.Globalization;
using Diversion.Domain.Reading;

namespace Diversion.Domain.Referral;

/// <summary>
/// Ids on the Police National Computer: year, serial number and a check letter. People write <c>20/9N</c>,
/// <c>2020/0000009N</c> or <c>20200000009N</c>; the stored form is <c>2020/0000009N</c>.
/// </summary>
public static class PncId
{
    public const string WouldTake = "Enter a PNC id with its check letter, like 2020/0000009N or 20/9N";

    /// <summary>
    /// The check letter is the number made of the last two digits of the year and the seven-digit serial number, modulo 23.
    /// </summary>
    private const string CheckLetters = "ZABCDEFGHJKLMNPQRTUVWXY";

    private const int SerialDigits = 7;

    /// <param name="today">A two-digit year is never in the future.</param>
    /// <returns>The id as it is stored; null when the text is not an id, or its check letter is wrong.</returns>
    public static string? Read(string text, LocalDate today)
    {
        var plain = string.Concat(Characters.Fold(text).Where(c => c is not (' ' or '-' or '.'))).ToUpperInvariant();
        if (plain.Length < 4 || !char.IsAsciiLetterUpper(plain[^1]))
        {
            return null;
        }

        var (letter, digits) = (plain[^1], plain[..^1]);
        var slash = digits.IndexOf('/', StringComparison.Ordinal);
        var (year, serial) = slash >= 0
            ? (digits[..slash], digits[(slash + 1)..])
            : digits.Length > SerialDigits ? (digits[..^SerialDigits], digits[^SerialDigits..]) : ("", "");
        if (year.Length is not (2 or 4) || serial.Length is 0 or > SerialDigits || !year.All(char.IsAsciiDigit) || !serial.All(char.IsAsciiDigit))
        {
            return null;
        }

        var whole = Year(int.Parse(year, CultureInfo.InvariantCulture), year.Length, today);
        var number = int.Parse(serial, CultureInfo.InvariantCulture);
        var check = CheckLetters[(int)((((whole % 100) * 10_000_000L) + number) % CheckLetters.Length)];
        return letter == check && whole >= 1900 && whole <= today.Year
            ? string.Create(CultureInfo.InvariantCulture, $"{whole:D4}/{number:D7}{letter}")
            : null;
    }

    private static int Year(int year, int digits, LocalDate today) =>
        digits == 4 ? year : year <= today.Year % 100 ? (today.Year / 100 * 100) + year : (((today.Year / 100) - 1) * 100) + year;
}
