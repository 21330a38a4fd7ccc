using System.Text.RegularExpressions;

namespace Diversion.Domain.Reading;

/// <summary>
/// Home Office offence classifications: class and subclass, stored as <c>008/06</c>. People write <c>8/6</c>,
/// <c>008.06</c>, <c>00806</c>, and spreadsheets drop the zeros.
/// </summary>
public static partial class OffenceClassification
{
    public const string Form = "a Home Office classification, such as 008/06";

    /// <returns>The classification as it is stored, or what would be accepted.</returns>
    public static Parsed<string> Read(string? text)
    {
        var plain = string.Concat(Characters.Fold(text ?? "").Where(c => c != ' '));
        return Written().Match(plain) is { Success: true } match
            ? new Parsed<string>($"{match.Groups["class"].Value.PadLeft(3, '0')}/{match.Groups["sub"].Value.PadLeft(2, '0')}", null)
            : new Parsed<string>(null, Form);
    }

    /// <summary>Three or four digits without a separator are not taken: 806 could be 8/06 or 80/6.</summary>
    [GeneratedRegex("^((?<class>[0-9]{1,3})[/.-](?<sub>[0-9]{1,2})|(?<class>[0-9]{3})(?<sub>[0-9]{2}))$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
