using Diversion.Casework.Csv;
using Diversion.Casework.Record;
using Diversion.Domain.OffenceCodes;
using Diversion.Domain.Schemes;
using Diversion.Local.Faults;
using NodaTime;

namespace Diversion.Local.Import;

/// <summary>A file of referrals: comma-separated (RFC 4180), headings in the first line in any order.</summary>
public sealed class ReferralFile
{
    private readonly string text;
    private readonly IEnumerator<CsvRecord> records;
    private readonly string?[] columns;
    private int readTo;

    private ReferralFile(string text)
    {
        this.text = text;
        records = CsvRecords.Of(text, cells => columns is null || cells.Length == columns.Length, position => readTo = position).GetEnumerator();
        Headings = ReadHeadings();
        columns = [.. Headings.Select(ReferralColumns.Columns.Of)];
        CheckHeadings();
    }

    public IReadOnlyList<string> Headings { get; }

    /// <summary>Headings that are not ours; their cells are not imported.</summary>
    public IEnumerable<string> Unknown => Headings.Where((_, i) => columns[i] is null && Headings[i].Length > 0);

    /// <summary>How much of the file was read, 0 to 1.</summary>
    public double Progress => text.Length == 0 ? 1 : (double)readTo / text.Length;

    /// <param name="path">A file or a pipe; <c>-</c> for standard input.</param>
    /// <param name="encoding">One of <see cref="FileText.Encodings"/>.</param>
    /// <exception cref="CannotGoOnException">The file as a whole cannot be read; the message says why and what to do.</exception>
    public static ReferralFile Open(string path, string encoding = "utf-8") => new(FileText.Read(path, encoding));

    /// <summary>
    /// The rows in the order of the file. A row that repeats an earlier one's custody reference is not a referral of its
    /// own.
    /// </summary>
    /// <param name="table">The force's table of offence codes; null while none was imported.</param>
    public IEnumerable<FileRow> Rows(LocalDate today, Vocabulary words, OffenceTable? table)
    {
        var seen = new Dictionary<string, FileRow.Referral>(StringComparer.Ordinal);
        while (records.MoveNext())
        {
            var record = records.Current;
            if (record.Cells?.All(string.IsNullOrWhiteSpace) == true)
            {
                continue;
            }

            var row = ReadRow(record, today, words, table);
            if (row is FileRow.Referral referral)
            {
                var id = AgreementIds.FromCustodyReference(referral.Reference).Value;
                if (seen.TryGetValue(id, out var first))
                {
                    row = Again(first, referral);
                }
                else
                {
                    seen[id] = referral;
                }
            }

            yield return row;
        }
    }

    private static FileRow Again(FileRow.Referral first, FileRow.Referral again)
    {
        var differences = ReferralDifferences.Between(first, again.Person, again.Offence, again.Officer.Id);
        return differences.Count == 0
            ? new FileRow.Repeated(again.Line, again.Cells, first.Line)
            : new FileRow.Faulty(
                again.Line,
                again.Cells,
                [new RowFault(again.Line, ReferralColumns.Reference, $"{again.Reference} is also in line {first.Line}, with another {string.Join(", ", differences)}; line {first.Line} was imported")]);
    }

    private FileRow ReadRow(CsvRecord record, LocalDate today, Vocabulary words, OffenceTable? table)
    {
        var row = CsvRow.Of(record, columns);
        if (row.Fault is not { } fault)
        {
            return ReferralReading.Read(row.Line, row.Cells, row.Values!, today, words, table);
        }

        var reason = record.Cells is not null ? fault.Reason
            : $"{fault.Reason}{(record.Lines > 1 ? ". The lines after this one were read as usual" : "")}. The first cell contains the original line";
        return new FileRow.Faulty(row.Line, row.Cells, [fault with { Reason = reason }]);
    }

    private string[] ReadHeadings()
    {
        if (!records.MoveNext())
        {
            throw new CannotGoOnException(ExitCodes.Failed, "The file is empty. Its first line names the columns; docs/import.md lists them.");
        }

        return records.Current.Cells is { } headings
            ? [.. headings.Select(heading => heading.Trim().TrimStart('\uFEFF'))]
            : throw new CannotGoOnException(ExitCodes.Failed, "The first line, which names the columns, has a quote that is not closed. Nothing was imported.");
    }

    private void CheckHeadings()
    {
        // With a code, the force's table has the rest; a row without one is missing them.
        if (ReferralColumns.Columns.FaultOf(columns, columns.Contains(ReferralColumns.OffenceCode) ? ReferralColumns.FromCode : []) is { } fault)
        {
            throw new CannotGoOnException(ExitCodes.Failed, $"{fault} Nothing was imported.");
        }
    }
}
