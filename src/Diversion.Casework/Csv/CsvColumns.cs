namespace Diversion.Casework.Csv;

/// <param name="Aliases">Other names that other systems use; case, spaces, underscores and hyphens do not matter.</param>
public sealed record CsvColumn(string Name, bool Required, params IReadOnlyList<string> Aliases);

/// <summary>The columns of a file with headings in its first line, in any order.</summary>
public sealed class CsvColumns(IReadOnlyList<CsvColumn> columns)
{
    private readonly Dictionary<string, string> byHeading = columns
        .SelectMany(column => column.Aliases.Prepend(column.Name).Select(alias => (Heading: Plain(alias), column.Name)))
        .ToDictionary(pair => pair.Heading, pair => pair.Name, StringComparer.Ordinal);

    /// <summary>In the order in which the documentation lists them.</summary>
    public IReadOnlyList<CsvColumn> All => columns;

    /// <summary>The column for a heading; null when it is not one of ours.</summary>
    public string? Of(string heading) => byHeading.GetValueOrDefault(Plain(heading));

    /// <param name="given">What <see cref="Of"/> says of each heading.</param>
    /// <param name="filledIn">Columns that this file can do without, because another has what they say.</param>
    /// <returns>Why the file cannot be read, as a sentence; null when it can.</returns>
    public string? FaultOf(IReadOnlyList<string?> given, IEnumerable<string>? filledIn = null)
    {
        var missing = columns.Where(column => column.Required && !given.Contains(column.Name)).Select(column => column.Name).Except(filledIn ?? []).ToArray();
        return missing.Length > 0
            ? $"These columns are missing in the first line: {string.Join(", ", missing)}. docs/import.md lists the columns."
            : given.Where(column => column is not null).GroupBy(column => column).FirstOrDefault(same => same.Count() > 1) is { Key: var twice }
                ? $"The column {twice} appears twice. Remove one."
                : null;
    }

    private static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
