using System.Globalization;
using System.Text.RegularExpressions;

namespace Diversion.Domain.Reading;

/// <summary>
/// The number of a person on the Police National Computer: the year, up to seven digits and a letter that checks them.
/// Systems write it long (2016/0123456A) and short (16/123456A); kept long, so that one person has one number.
/// </summary>
public static partial class PncId
{
    public const string Form = "a PNC ID with its year, number and check letter, such as 2016/0123456A";

    private const string CheckLetters = "ZABCDEFGHJKLMNPQRTUVWXY";

    private const int SerialDigits = 7;

    /// <param name="thisYear">A year of two digits is not later than this one.</param>
    public static Parsed<string> Read(string? text, int thisYear)
    {
        var key = ReferenceText.Key(text ?? "");
        if (Parts().Match(key) is not { Success: true } parts)
        {
            return new Parsed<string>(null, Form);
        }

        var serial = parts.Groups["serial"].Value.PadLeft(SerialDigits, '0');
        var digits = parts.Groups["year"].Value;
        var year = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        if (digits.Length == 2)
        {
            var century = thisYear / 100 * 100;
            year += year + century > thisYear ? century - 100 : century;
        }

        // The letter checks the short year and the number, taken as one.
        var check = CheckLetters[int.Parse($"{year % 100:00}{serial}", NumberStyles.None, CultureInfo.InvariantCulture) % CheckLetters.Length];
        return parts.Groups["letter"].Value[0] == check && year <= thisYear
            ? new Parsed<string>($"{year:0000}/{serial}{check}", null)
            : new Parsed<string>(null, Form);
    }

    [GeneratedRegex("^(?<year>[0-9]{4}|[0-9]{2})/(?<serial>[0-9]{1,7})(?<letter>[A-Z])$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Parts();
}
