using System.Collections.Immutable;
using Diversion.Casework.Answers;
using Diversion.Casework.Csv;
using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.StaffFiles;

/// <summary>A file of staff: comma-separated (RFC 4180), headings in the first line in any order.</summary>
public sealed class StaffFile
{
    private readonly CsvTable table;

    private StaffFile(CsvTable table, IReadOnlyList<StaffFileRow> rows) => (this.table, Rows) = (table, rows);

    public IReadOnlyList<string> Headings => table.Headings;

    public IReadOnlyList<StaffFileRow> Rows { get; }

    /// <inheritdoc cref="CsvTable.Unknown"/>
    public IReadOnlyList<string> Unknown => table.Unknown;

    /// <returns>Refused when the file as a whole cannot be read.</returns>
    public static Reply<StaffFile> Read(string csv)
    {
        var (table, fault) = CsvTable.Read(csv, StaffFileColumns.Columns, columns => StaffFileColumns.Columns.FaultOf(columns));
        if (table is null)
        {
            return new Refusal.Invalid(RefusalCode.StaffFileFaulty, $"{fault} Nothing was imported.");
        }

        var rows = table.Rows.Select(Row).ToList();

        // Which of the two was meant, nobody can know.
        var repeated = rows.Where(row => row.Faults.Count == 0).GroupBy(row => ReferenceText.Key(row.Id)).Where(same => same.Count() > 1).ToDictionary(same => same.Key, same => same.First().Line);
        return new StaffFile(
            table,
            [.. rows.Select(row => row.Faults.Count == 0 && repeated.TryGetValue(ReferenceText.Key(row.Id), out var line) && line != row.Line
                ? row with { Faults = [new RowFault(row.Line, StaffFileColumns.Id, $"the same person as in line {line}; keep one row for each")] }
                : row)]);
    }

    private static StaffFileRow Row(CsvRow row)
    {
        if (row.Fault is { } fault)
        {
            return new StaffFileRow(row.Line, row.Cells, "", [fault]);
        }

        var read = new Cells(row.Line, row.Values!);
        return new StaffFileRow(row.Line, row.Cells, read.Id(StaffFileColumns.Id) ?? "", read.Faults)
        {
            Name = read.Text(StaffFileColumns.Name),
            Roles = Roles(read),
            Team = IdOrNull(read, StaffFileColumns.Team),
            TeamName = read.Text(StaffFileColumns.TeamName),
            Organisation = read.Text(StaffFileColumns.Organisation),
            Email = read.Address(StaffFileColumns.Email),
            Phone = read.Phone(StaffFileColumns.Phone),
            Account = read.Text(StaffFileColumns.Account),
            From = read.Date(StaffFileColumns.From),
            Manages = IdOrNull(read, StaffFileColumns.Manages),
        };
    }

    private static string? IdOrNull(Cells read, string column) => read.IsGiven(column) ? read.Id(column) : null;

    private static ImmutableArray<Role>? Roles(Cells read)
    {
        if (!read.IsGiven(StaffFileColumns.Roles))
        {
            return null;
        }

        var roles = read.Several<Role>(StaffFileColumns.Roles, CodeWords.Roles);
        if (roles.IsEmpty && read.Faults.All(fault => fault.Column != StaffFileColumns.Roles))
        {
            read.Fault(StaffFileColumns.Roles, "names no role; leave the cell empty to leave the roles as they are");
        }

        return roles;
    }
}
