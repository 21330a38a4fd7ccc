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

    private static readonly CsvColumns Columns = new(
    [
        new(Code, true, "offence code", "local code", "force code", "cjs code"),
        new(Classification, false, "home office classification", "home office code", "ho code"),
        new(Description, true, "offence", "offence description", "title", "wording"),
        new(Class, true, "offence class", "mode of trial"),
        new(Group, true, "offence group", "offence category", "category"),
    ]);

    /// <summary>Headings in the order in which the documentation lists them.</summary>
    public static IEnumerable<string> Headings => Columns.All.Select(column => column.Name);

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
                columns = [.. cells.Select(Columns.Of)];
                if (Columns.FaultOf(columns) is { } fault)
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

    private static Reply<IReadOnlyList<OffenceCodeRow>>.Refused Faulty(string why) =>
        new(new Refusal.Invalid(RefusalCode.OffenceTableFaulty, $"{why} Nothing was imported."));
}
