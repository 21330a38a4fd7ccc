using System.Text.RegularExpressions;

namespace Diversion.Domain.Reading;

/// <summary>
/// Criminal Records Office numbers: serial number, two-digit year and a check letter (<c>265416/21G</c>), and the older ones
/// of the small files (<c>SF05/482703J</c>). The stored form is upper case with a slash; the serial number of the first
/// kind has six digits, that of a small file keeps the digits that its check letter counts.
/// </summary>
/// <remarks>
/// The check letter is the number made of the year and the serial number, modulo 23. Source: the validation of the core
/// person record of HM Prison and Probation Service, and the numbers above.
/// </remarks>
public static partial class CroNumber
{
    public const string Form = "a CRO number with its check letter, such as 265416/21G or SF05/482703J";

    internal const string CheckLetters = "ZABCDEFGHJKLMNPQRTUVWXY";

    private const int SerialDigits = 6;

    /// <returns>The number as it is stored, or what would be accepted when the text is none or its check letter is wrong.</returns>
    public static Parsed<string> Read(string? text)
    {
        var plain = string.Concat(Characters.Fold(text ?? "").Where(c => c is not (' ' or '.' or ':'))).ToUpperInvariant();
        var stored = Standard().Match(plain) is { Success: true } standard ? ReadStandard(standard)
            : SmallFile().Match(plain) is { Success: true } small ? ReadSmallFile(small)
            : null;
        return stored is null ? new Parsed<string>(null, Form) : new Parsed<string>(stored, null);
    }

    private static string? ReadStandard(Match match)
    {
        var serial = match.Groups["serial"].Value.PadLeft(SerialDigits, '0');
        var (year, letter) = (match.Groups["year"].Value[^2..], match.Groups["letter"].Value);
        return IsChecked(year, serial, letter) ? $"{serial}/{year}{letter}" : null;
    }

    /// <summary>Some systems fill the serial number up with zeros, but the letter was made without them.</summary>
    private static string? ReadSmallFile(Match match)
    {
        var (year, letter) = (match.Groups["year"].Value[^2..], match.Groups["letter"].Value);
        var written = match.Groups["serial"].Value;
        var serial = new[] { written, written.TrimStart('0') }.FirstOrDefault(one => one.Length > 0 && IsChecked(year, one, letter));
        return serial is null ? null : $"SF{year}/{serial}{letter}";
    }

    private static bool IsChecked(string year, string serial, string letter) =>
        CheckLetters[int.Parse(year + serial, System.Globalization.CultureInfo.InvariantCulture) % CheckLetters.Length] == letter[0];

    [GeneratedRegex(@"^(CRO(NO|NUMBER)?)?((?<serial>[0-9]{1,6})[/\\-](?<year>([0-9]{2})?[0-9]{2})|(?<serial>[0-9]{6})(?<year>[0-9]{2}))[/-]?(?<letter>[A-Z])$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Standard();

    [GeneratedRegex(@"^(CRO(NO|NUMBER)?)?SF[/\\-]?((?<year>([0-9]{2})?[0-9]{2})[/\\-](?<serial>[0-9]{1,6})|(?<year>[0-9]{2})(?<serial>[0-9]{1,6}))[/-]?(?<letter>[A-Z])$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SmallFile();
}
