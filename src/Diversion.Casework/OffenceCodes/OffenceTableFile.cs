using Diversion.Casework.Answers;
using Diversion.Casework.Csv;
using Diversion.Domain.Agreements;
using Diversion.Domain.OffenceCodes;

namespace Diversion.Casework.OffenceCodes;

/// <summary>A file of offence codes: comma-separated, headings in the first line in any order. <c>docs/import.md</c> lists the columns.</summary>
public static class OffenceTableFile
{
    private const string Code = "code";
    private const string Classification = "classification";
    private const string Description = "description";
    private const string Class = "class";
    private const string Group = "group";

    private static readonly (string Name, bool Required, string[] Aliases)[] Columns =
    [
        (Code, true, ["offence code", "local code", "force code", "cjs code"]),
        (Classification, false, ["home office classification", "home office code", "ho code"]),
        (Description, true, ["offence", "offence description", "title", "wording"]),
        (Class, true, ["offence class", "mode of trial"]),
        (Group, true, ["offence group", "offence category", "category"]),
    ];

    /// <summary>Headings in the order in which the documentation lists them.</summary>
    public static IEnumerable<string> Headings => Columns.Select(column => column.Name);

    public static Reply<IReadOnlyList<OffenceCodeRow>> Read(string csv)
    {
        string?[]? columns = null;
        var rows = new List<OffenceCodeRow>();
        foreach (var record in CsvRecords.Of(csv, cells => columns is null || cells.Length == columns.Length, _ => { }))
        {
            if (record.Cells is not { } cells)
            {
                return Faulty($"Row {record.Line}: a quote is not closed, or is inside a cell without quotes; put the cell in quotes and double the quotes inside it.");
            }

            if (columns is null)
            {
                columns = [.. cells.Select(ColumnOf)];
                if (FaultOf(columns) is { } fault)
                {
                    return Faulty(fault);
                }
            }
            else if (!cells.All(string.IsNullOrWhiteSpace))
            {
                if (cells.Length != columns.Length)
                {
                    return Faulty($"Row {record.Line}: {cells.Length} cells under {columns.Length} headings; a comma may be missing, or not in quotes.");
                }

                var given = columns.Zip(cells).Where(pair => pair.First is not null).ToDictionary(pair => pair.First!, pair => pair.Second);
                rows.Add(new OffenceCodeRow(
                    record.Line, given.GetValueOrDefault(Code), given.GetValueOrDefault(Classification), given.GetValueOrDefault(Description), given.GetValueOrDefault(Class), given.GetValueOrDefault(Group)));
                if (rows.Count > OffenceTableDecider.MostCodes)
                {
                    break;
                }
            }
        }

        return columns is null ? Faulty("The file is empty. Its first line names the columns; docs/import.md lists them.") : new Reply<IReadOnlyList<OffenceCodeRow>>.Given(rows);
    }

    private static string? ColumnOf(string heading)
    {
        var plain = Plain(heading);
        return Columns.FirstOrDefault(column => Plain(column.Name) == plain || column.Aliases.Any(alias => Plain(alias) == plain)).Name;
    }

    private static string? FaultOf(string?[] columns)
    {
        var missing = Columns.Where(column => column.Required && !columns.Contains(column.Name)).Select(column => column.Name).ToArray();
        return missing.Length > 0
            ? $"These columns are missing in the first line: {string.Join(", ", missing)}. docs/import.md lists the columns."
            : columns.Where(column => column is not null).GroupBy(column => column).FirstOrDefault(same => same.Count() > 1) is { Key: var twice }
                ? $"The column {twice} appears twice. Remove one."
                : null;
    }

    private static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static Reply<IReadOnlyList<OffenceCodeRow>>.Refused Faulty(string why) =>
        new(new Refusal.Invalid(RefusalCode.OffenceTableFaulty, $"{why} Nothing was imported."));
}
