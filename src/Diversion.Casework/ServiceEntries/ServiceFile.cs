using System.Collections.Immutable;
using Diversion.Casework.Answers;
using Diversion.Casework.Csv;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Schemes;
using Diversion.Domain.Services;

namespace Diversion.Casework.ServiceEntries;

/// <summary>A file of services: comma-separated (RFC 4180), headings in the first line in any order.</summary>
public sealed class ServiceFile
{
    private const string NotClosed = "a quote is not closed, or is inside a cell without quotes; put the cell in quotes and double the quotes inside it";

    private ServiceFile(IReadOnlyList<string> headings, IReadOnlyList<ServiceFileRow> rows) => (Headings, Rows) = (headings, rows);

    public IReadOnlyList<string> Headings { get; }

    public IReadOnlyList<ServiceFileRow> Rows { get; }

    /// <summary>Headings that are not ours; their cells are not imported.</summary>
    public IEnumerable<string> Unknown => Headings.Where(heading => heading.Length > 0 && ServiceColumns.Columns.Of(heading) is null);

    /// <returns>Refused when the file as a whole cannot be read.</returns>
    public static Reply<ServiceFile> Read(string csv, Vocabulary words)
    {
        string[]? headings = null;
        string?[] columns = [];
        var rows = new List<ServiceFileRow>();
        foreach (var record in CsvRecords.Of(csv, cells => headings is null || cells.Length == headings.Length, static _ => { }))
        {
            if (headings is null)
            {
                if (record.Cells is not { } first)
                {
                    return Faulty("The first line, which names the columns, has a quote that is not closed.");
                }

                headings = [.. first.Select(heading => heading.Trim().TrimStart('\uFEFF'))];
                columns = [.. headings.Select(ServiceColumns.Columns.Of)];
                if (ServiceColumns.Columns.FaultOf(columns) is { } fault)
                {
                    return Faulty(fault);
                }
            }
            else if (record.Cells?.All(string.IsNullOrWhiteSpace) != true)
            {
                rows.Add(Row(record, columns, words));
            }
        }

        if (headings is null)
        {
            return Faulty("The file is empty. Its first line names the columns; docs/import.md lists them.");
        }

        // Which of the two was meant, nobody can know.
        var repeated = rows.Where(row => row.Faults.Count == 0).GroupBy(row => row.Id).Where(same => same.Count() > 1).ToDictionary(same => same.Key, same => same.First().Line);
        return new Reply<ServiceFile>.Given(new ServiceFile(
            headings,
            [.. rows.Select(row => row.Faults.Count == 0 && repeated.TryGetValue(row.Id, out var line) && line != row.Line
                ? row with { Faults = [new RowFault(row.Line, ServiceColumns.Id, $"the same service as in line {line}; keep one row for each")] }
                : row)]));
    }

    private static ServiceFileRow Row(CsvRecord record, string?[] columns, Vocabulary words)
    {
        if (record.Cells is not { } cells)
        {
            return Rejected(record, [record.Raw], record.Lines > 1 ? $"lines {record.Line} to {record.Line + record.Lines - 1} were read as one row: {NotClosed}" : NotClosed);
        }

        if (cells.Length != columns.Length)
        {
            return Rejected(record, cells, $"{cells.Length} cells under {columns.Length} headings; a comma may be missing, or not in quotes");
        }

        var values = new Dictionary<string, string>(columns.Length, StringComparer.Ordinal);
        for (var i = 0; i < cells.Length; i++)
        {
            if (columns[i] is { } column)
            {
                values[column] = cells[i];
            }
        }

        var read = new Cells(record.Line, values);
        var (entry, partnership) = (Entry(read, values, words), PartnershipOf(read));
        var active = Active(read);
        var id = Id(read, entry);
        return new ServiceFileRow(record.Line, cells, id, entry, partnership, active, read.Faults);
    }

    private static ServiceEntry Entry(Cells read, Dictionary<string, string> values, Vocabulary words) => new(
        read.Required(ServiceColumns.Name), read.Required(ServiceColumns.Organisation), Description(read, values), Needs(read))
    {
        OnlyFor = read.OneOf<ServiceSex>(ServiceColumns.Sex, ServiceColumns.Sexes),
        FromAge = read.Number(ServiceColumns.FromAge, ServiceEntryReading.MostAge),
        ToAge = read.Number(ServiceColumns.ToAge, ServiceEntryReading.MostAge),
        ExcludedOffences = [.. read.Codes(ServiceColumns.Excluded, words.OffenceGroups, Vocabulary.None) ?? []],
        Who = read.Text(ServiceColumns.Who),
        Community = read.Text(ServiceColumns.Community),
        Areas = List(read, ServiceColumns.Areas),
        Address = read.Text(ServiceColumns.Address),
        Postcode = read.Text(ServiceColumns.Postcode),
        Ward = read.Text(ServiceColumns.Ward),
        District = read.Text(ServiceColumns.District),
        Latitude = read.Decimal(ServiceColumns.Latitude),
        Longitude = read.Decimal(ServiceColumns.Longitude),
        Places = read.Number(ServiceColumns.Places, ServiceEntryReading.MostPlaces),
        OpeningHours = read.Text(ServiceColumns.OpeningHours),
        Contact = read.Text(ServiceColumns.Contact),
        Phone = read.Phone(ServiceColumns.Phone),
        Email = read.Address(ServiceColumns.Email),
        Website = read.Text(ServiceColumns.Website),
        Languages = List(read, ServiceColumns.Languages),
        Access = read.Text(ServiceColumns.Access),
    };

    /// <summary>It may be longer than a line, and have several.</summary>
    private static string Description(Cells read, Dictionary<string, string> values)
    {
        var text = values.GetValueOrDefault(ServiceColumns.Description)?.Trim() ?? "";
        if (text.Length == 0)
        {
            read.Fault(ServiceColumns.Description, "missing");
        }
        else if (text.Length > ServiceEntryReading.LongestDescription)
        {
            read.Fault(ServiceColumns.Description, $"{text.Length} characters; at most {ServiceEntryReading.LongestDescription} are kept");
        }

        return SpreadsheetDamage.WithoutGuard(text);
    }

    private static ImmutableArray<PathwayKind> Needs(Cells read)
    {
        var needs = ImmutableArray.CreateBuilder<PathwayKind>();
        foreach (var word in read.Required(ServiceColumns.Needs).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (CodeWords.Read<PathwayKind>(ServiceColumns.NeedWords, word) is { } need)
            {
                needs.Add(need);
            }
            else
            {
                read.Fault(ServiceColumns.Needs, $"{word} is not known; it is one of: {string.Join("; ", ServiceColumns.NeedWords.Terms.Select(term => term.Name))}");
            }
        }

        return [.. needs.Distinct()];
    }

    private static Partnership? PartnershipOf(Cells read)
    {
        var (starts, review, ends) = (read.Date(ServiceColumns.Starts), read.Date(ServiceColumns.Review), read.Date(ServiceColumns.Ends));
        switch (starts, review)
        {
            case ({ } from, { } by):
                return new Partnership(from, by, ends);
            case (null, null) when ends is null:
                return null;
            default:
                read.Fault(starts is null ? ServiceColumns.Starts : ServiceColumns.Review, "missing; a partnership agreement has a day on which it starts, and one by which it is reviewed");
                return null;
        }
    }

    private static bool Active(Cells read)
    {
        var status = read.Text(ServiceColumns.Status);
        switch (status?.ToUpperInvariant())
        {
            case null or "ACTIVE" or "OPEN":
                return true;
            case "INACTIVE" or "CLOSED" or "DEFUNCT":
                return false;
            default:
                read.Fault(ServiceColumns.Status, $"{status} is not known; it is active or inactive");
                return true;
        }
    }

    private static ServiceId Id(Cells read, ServiceEntry entry)
    {
        if (read.Text(ServiceColumns.Id) is not { } given)
        {
            return ServiceIds.Of(entry.Organisation, entry.Name);
        }

        if (ServiceId.Read(given.ToLowerInvariant()) is { } id)
        {
            return id;
        }

        read.Fault(ServiceColumns.Id, $"an id has {ServiceId.Form}; leave it empty, and one is made from organisation and name");
        return default;
    }

    private static ImmutableArray<string> List(Cells read, string column) =>
        [.. (read.IsGiven(column) ? read.Text(column) ?? "" : "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static ServiceFileRow Rejected(CsvRecord record, IReadOnlyList<string> cells, string why) =>
        new(record.Line, cells, default, null!, null, true, [new RowFault(record.Line, null, why)]);

    private static Reply<ServiceFile>.Refused Faulty(string why) =>
        new(new Refusal.Invalid(RefusalCode.ServiceFileFaulty, $"{why} Nothing was imported."));
}
