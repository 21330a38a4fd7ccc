using System.Text.RegularExpressions;

namespace Diversion.Domain.Reading;

/// <summary>Case reference numbers of the probation service's case system, nDelius (CRN): a letter and six digits, one for each person.</summary>
public static partial class ProbationNumber
{
    public const string Form = "a probation case reference number (CRN): a letter and six digits, such as X123456";

    /// <returns>The number as it is stored, or what would be accepted when the text is none.</returns>
    public static Parsed<string> Read(string? text)
    {
        var plain = string.Concat(Characters.Fold(text ?? "").Where(c => c is not (' ' or '-' or '.'))).ToUpperInvariant();
        return Number().IsMatch(plain) ? new Parsed<string>(plain, null) : new Parsed<string>(null, Form);
    }

    [GeneratedRegex("^[A-Z][0-9]{6}$", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
