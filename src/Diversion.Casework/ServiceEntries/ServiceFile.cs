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
    private readonly CsvTable table;

    private ServiceFile(CsvTable table, IReadOnlyList<ServiceFileRow> rows) => (this.table, Rows) = (table, rows);

    public IReadOnlyList<string> Headings => table.Headings;

    public IReadOnlyList<ServiceFileRow> Rows { get; }

    /// <inheritdoc cref="CsvTable.Unknown"/>
    public IReadOnlyList<string> Unknown => table.Unknown;

    /// <returns>Refused when the file as a whole cannot be read.</returns>
    public static Reply<ServiceFile> Read(string csv, Vocabulary words)
    {
        var (table, fault) = CsvTable.Read(csv, ServiceColumns.Columns, columns => ServiceColumns.Columns.FaultOf(columns));
        if (table is null)
        {
            return new Refusal.Invalid(RefusalCode.ServiceFileFaulty, $"{fault} Nothing was imported.");
        }

        var rows = table.Rows.Select(row => Row(row, words)).ToList();

        // Which of the two was meant, nobody can know.
        var repeated = rows.Where(row => row.Faults.Count == 0).GroupBy(row => row.Id).Where(same => same.Count() > 1).ToDictionary(same => same.Key, same => same.First().Line);
        return new ServiceFile(
            table,
            [.. rows.Select(row => row.Faults.Count == 0 && repeated.TryGetValue(row.Id, out var line) && line != row.Line
                ? row with { Faults = [new RowFault(row.Line, ServiceColumns.Id, $"the same service as in line {line}; keep one row for each")] }
                : row)]);
    }

    private static ServiceFileRow Row(CsvRow row, Vocabulary words)
    {
        if (row.Fault is { } fault)
        {
            return new ServiceFileRow(row.Line, row.Cells, default, null!, null, true, [fault]);
        }

        var read = new Cells(row.Line, row.Values!);
        var (entry, partnership) = (Entry(read, row.Values!, words), PartnershipOf(read));
        var active = Active(read);
        var id = Id(read, entry);
        return new ServiceFileRow(row.Line, row.Cells, id, entry, partnership, active, read.Faults);
    }

    private static ServiceEntry Entry(Cells read, IReadOnlyDictionary<string, string> values, Vocabulary words) => new(
        read.Required(ServiceColumns.Name), read.Required(ServiceColumns.Organisation), Description(read, values), Needs(read))
    {
        OnlyFor = read.OneOf<ServiceSex>(ServiceColumns.Sex, ServiceColumns.Sexes),
        FromAge = read.Number(ServiceColumns.FromAge, ServiceEntryReading.MostAge),
        ToAge = read.Number(ServiceColumns.ToAge, ServiceEntryReading.MostAge),
        ExcludedOffences = [.. read.Codes(ServiceColumns.Excluded, words.OffenceGroups, Vocabulary.None) ?? []],
        Who = read.Text(ServiceColumns.Who),
        Community = read.Text(ServiceColumns.Community),
        Areas = [.. read.Several(ServiceColumns.Areas)],
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
        Languages = [.. read.Several(ServiceColumns.Languages)],
        Access = read.Text(ServiceColumns.Access),
    };

    /// <summary>It may be longer than a line, and have several.</summary>
    private static string Description(Cells read, IReadOnlyDictionary<string, string> values)
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
        _ = read.Required(ServiceColumns.Needs);
        return read.Several<PathwayKind>(ServiceColumns.Needs, ServiceColumns.NeedWords);
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
}
