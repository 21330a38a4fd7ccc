namespace Diversion.Domain.Referral;

/// <summary>
/// Telephone numbers as people write them: United Kingdom numbers (0191 498 0001, 07700 900982) or those of any country
/// with its code (+44 7700 900982, 0033 1 09 75 83 51), with or without an extension.
/// </summary>
public static class Telephone
{
    public const string WouldTake = "Enter a telephone number, like 07700 900982, 0191 498 0001 or +33 1 09 75 83 51";

    // ITU-T E.164: at most 15 digits with the country code. United Kingdom numbers have 9 or 10 digits after the zero.
    private const int ShortestAbroad = 7;
    private const int LongestAbroad = 15;
    private const int LongestExtension = 6;

    public static bool IsOne(string text)
    {
        var (number, extension) = Cut(text.Trim());
        if (extension is not null && (extension.Length is 0 or > LongestExtension || !extension.All(char.IsAsciiDigit)))
        {
            return false;
        }

        if (Digits(number) is not { } digits)
        {
            return false;
        }

        digits = National(digits);
        return digits[0] == '+'
            ? digits.Length - 1 is >= ShortestAbroad and <= LongestAbroad && digits[1] != '0'
            : digits.Length is 10 or 11 && digits[0] == '0' && digits[1] != '0';
    }

    /// <summary>The same for every way in which one number is written: its digits, from the zero for a UK number, without an extension.</summary>
    /// <returns>Null when it is not a telephone number.</returns>
    public static string? Plain(string text) => IsOne(text) && Digits(Cut(text.Trim()).Number) is { } digits ? National(digits) : null;

    private static string National(string digits)
    {
        var international = digits.StartsWith("00", StringComparison.Ordinal) ? "+" + digits[2..] : digits;
        return international.StartsWith("+44", StringComparison.Ordinal) ? "0" + international[3..].TrimStart('0') : international;
    }

    private static (string Number, string? Extension) Cut(string text)
    {
        foreach (var word in (string[])["extension", "ext.", "ext", "x", "#"])
        {
            var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
            {
                return (text[..at], text[(at + word.Length)..].Trim());
            }
        }

        return (text, null);
    }

    /// <summary>Without the separators that people put between digits; null when there is anything else.</summary>
    internal static string? Digits(string number)
    {
        var digits = new System.Text.StringBuilder(number.Length);
        for (var i = 0; i < number.Length; i++)
        {
            var c = number[i];
            if (char.IsAsciiDigit(c) || (c == '+' && digits.Length == 0))
            {
                digits.Append(c);
            }
            else if (!char.IsWhiteSpace(c) && c is not ('-' or '–' or '‑' or '.' or '(' or ')' or '/'))
            {
                return null;
            }
        }

        return digits.Length < 2 ? null : digits.ToString();
    }
}
