using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.OffenceCodes;

/// <summary>Reads the rows of a table of offence codes, and says of each faulty one which row and why.</summary>
internal static class OffenceCodeReading
{
    private const int LongestCode = 40;

    /// <summary>The names of the fields and the punctuation of one code as it is stored.</summary>
    private const int AroundCode = 90;

    private const int LongestEscape = 6;

    public static (ImmutableArray<OffenceCode> Codes, IReadOnlyList<string> Faults) Read(ImmutableArray<OffenceCodeRow> rows, Vocabulary words)
    {
        var codes = ImmutableArray.CreateBuilder<OffenceCode>(rows.Length);
        var faults = new List<string>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var fault = Read(row, words, out var code);
            if (fault is null && !seen.TryAdd(ReferenceText.Key(code.Code), row.Row))
            {
                fault = $"code: {code.Code} is also in row {seen[ReferenceText.Key(code.Code)]}; leave one of the two out";
            }

            if (fault is null)
            {
                codes.Add(code);
            }
            else
            {
                faults.Add($"Row {row.Row}: {fault}");
            }
        }

        return (codes.ToImmutable(), faults);
    }

    /// <summary>How many characters it takes where it is stored, at most.</summary>
    public static int CharactersOf(OffenceCode code) =>
        AroundCode + $"{code.Code}{code.Classification}{code.Description}{code.Group}".Sum(c => c is >= ' ' and <= '~' and not ('"' or '\\' or '&' or '\'' or '+' or '<' or '>') ? 1 : LongestEscape);

    private static string? Read(OffenceCodeRow row, Vocabulary words, out OffenceCode code)
    {
        code = null!;
        var id = ReferenceText.CleanOrNull(row.Code);
        var description = PlainText.Clean(row.Description ?? "", lines: false);
        if (id is null || description.Length == 0)
        {
            return id is null ? "code: missing" : "description: missing";
        }

        if (id.Length > LongestCode || description.Length > TextInspection.LongestLine)
        {
            return id.Length > LongestCode
                ? $"code: {id.Length} characters; at most {LongestCode} are kept"
                : $"description: {description.Length} characters; at most {TextInspection.LongestLine} are kept";
        }

        var classification = string.IsNullOrWhiteSpace(row.Classification) ? new Parsed<string>(null, null) : OffenceClassification.Read(row.Classification);
        if (!classification.IsRead)
        {
            return $"classification: {row.Classification} is not understood; expected {classification.Refusal}";
        }

        if (CodeWords.Read<OffenceClass>(CodeWords.OffenceClasses, row.Class?.Trim() ?? "") is not { } tried)
        {
            return $"class: {Given(row.Class)}; it is one of: {string.Join(", ", CodeWords.OffenceClasses.Terms.Select(term => term.Name))}";
        }

        if (words.OffenceGroups.CodeOf(row.Group?.Trim() ?? "") is not { } group)
        {
            return $"group: {Given(row.Group)}{(string.IsNullOrWhiteSpace(row.Group) ? "" : $"; nearest: {string.Join(", ", words.OffenceGroups.NearestTo(row.Group))}")}";
        }

        code = new OffenceCode(id, classification.Value, description, tried, group);
        return null;
    }

    private static string Given(string? text) => string.IsNullOrWhiteSpace(text) ? "missing" : $"{text.Trim()} is not known";
}
