namespace Diversion.Casework.Csv;

/// <summary>One row under the headings.</summary>
/// <param name="Cells">As in the file; the original line when it could not be split.</param>
/// <param name="Values">Of our columns, by their names; null when the row could not be read.</param>
/// <param name="Fault">Why it could not be read; null when it could.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells, IReadOnlyDictionary<string, string>? Values, RowFault? Fault)
{
    private const string NotClosed = "a quote is not closed, or is inside a cell without quotes; put the cell in quotes and double the quotes inside it";

    /// <param name="columns">Our column for each heading; null for one that is not ours.</param>
    public static CsvRow Of(CsvRecord record, IReadOnlyList<string?> columns)
    {
        if (record.Cells is not { } cells)
        {
            return Faulty(record, [record.Raw], record.Lines > 1 ? $"lines {record.Line} to {record.Line + record.Lines - 1} were read as one row: {NotClosed}" : NotClosed);
        }

        if (cells.Length != columns.Count)
        {
            return Faulty(record, cells, $"{cells.Length} cells under {columns.Count} headings; a comma may be missing, or not in quotes");
        }

        var values = new Dictionary<string, string>(columns.Count, StringComparer.Ordinal);
        for (var i = 0; i < cells.Length; i++)
        {
            if (columns[i] is { } column)
            {
                values[column] = cells[i];
            }
        }

        return new CsvRow(record.Line, cells, values, null);
    }

    private static CsvRow Faulty(CsvRecord record, string[] cells, string why) => new(record.Line, cells, null, new RowFault(record.Line, null, why));
}

/// <summary>A comma-separated file (RFC 4180) with headings in its first line, in any order.</summary>
/// <param name="Unknown">Headings that are not ours; their cells are not imported.</param>
public sealed record CsvTable(IReadOnlyList<string> Headings, IReadOnlyList<string> Unknown, IReadOnlyList<CsvRow> Rows)
{
    /// <param name="faultOf">Why a file with these columns cannot be read; null when it can.</param>
    /// <returns>The table, or why the file as a whole cannot be read, as a sentence.</returns>
    public static (CsvTable? Table, string? Fault) Read(string csv, CsvColumns columns, Func<IReadOnlyList<string?>, string?> faultOf)
    {
        string[]? headings = null;
        string?[] ours = [];
        var rows = new List<CsvRow>();
        foreach (var record in CsvRecords.Of(csv, cells => headings is null || cells.Length == headings.Length, static _ => { }))
        {
            if (headings is null)
            {
                if (record.Cells is not { } first)
                {
                    return (null, "The first line, which names the columns, has a quote that is not closed.");
                }

                headings = [.. first.Select(heading => heading.Trim().TrimStart('\uFEFF'))];
                ours = [.. headings.Select(columns.Of)];
                if (faultOf(ours) is { } fault)
                {
                    return (null, fault);
                }
            }
            else if (record.Cells?.All(string.IsNullOrWhiteSpace) != true)
            {
                rows.Add(CsvRow.Of(record, ours));
            }
        }

        return headings is null
            ? (null, "The file is empty. Its first line names the columns; docs/import.md lists them.")
            : (new CsvTable(headings, [.. headings.Where((heading, i) => heading.Length > 0 && ours[i] is null)], rows), null);
    }
}
