using Diversion.Casework.Answers;
using Diversion.Casework.Csv;
using Diversion.Domain.Agreements;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Reading;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using NodaTime;

namespace Diversion.Casework.Reoffences;

/// <summary>A file of reoffences: comma-separated (RFC 4180), headings in the first line in any order.</summary>
public sealed class ReoffenceFile
{
    private static readonly WordList Outcomes = new(
    [
        new VocabularyTerm(nameof(ReoffenceOutcome.Open), "open", ["pending", "none yet", "under investigation", "charged", "awaiting trial"]),
        new VocabularyTerm(nameof(ReoffenceOutcome.Conviction), "conviction", ["convicted", "guilty", "sentenced"]),
        new VocabularyTerm(nameof(ReoffenceOutcome.Caution), "caution", ["cautioned", "conditional caution", "simple caution"]),
        new VocabularyTerm(nameof(ReoffenceOutcome.Outcome22), "outcome 22", ["22", "o22"]),
        new VocabularyTerm(nameof(ReoffenceOutcome.CommunityResolution), "community resolution", ["cr", "outcome 8", "8"]),
        new VocabularyTerm(nameof(ReoffenceOutcome.NotProven), "not proven", ["acquitted", "not guilty", "discontinued", "no further action", "nfa", "withdrawn"]),
    ]);

    private readonly CsvTable table;

    private ReoffenceFile(CsvTable table, IReadOnlyList<ReoffenceRow> rows) => (this.table, Rows) = (table, rows);

    public IReadOnlyList<string> Headings => table.Headings;

    public IReadOnlyList<ReoffenceRow> Rows { get; }

    /// <inheritdoc cref="CsvTable.Unknown"/>
    public IReadOnlyList<string> Unknown => table.Unknown;

    /// <returns>Refused when the file as a whole cannot be read.</returns>
    public static Reply<ReoffenceFile> Read(string csv, LocalDate today, Vocabulary words)
    {
        var (table, fault) = CsvTable.Read(csv, ReoffenceColumns.Columns, FaultOf);
        return table is null
            ? new Refusal.Invalid(RefusalCode.ReoffenceFileFaulty, $"{fault} Nothing was imported.")
            : new ReoffenceFile(table, [.. table.Rows.Select(row => Row(row, today, words))]);
    }

    private static string? FaultOf(IReadOnlyList<string?> columns) =>
        ReoffenceColumns.Columns.FaultOf(columns)
        ?? (!columns.Intersect(ReoffenceColumns.OfPerson).Any() ? $"The first line needs a column that says whom a row is about: {string.Join(", ", ReoffenceColumns.OfPerson)}."
            : !columns.Contains(ReoffenceColumns.OffenceDate) && !columns.Contains(ReoffenceColumns.SearchedUntil)
                ? $"The first line needs {ReoffenceColumns.OffenceDate}, or {ReoffenceColumns.SearchedUntil} in a file that only says up to which day records were searched."
                : null);

    private static ReoffenceRow Row(CsvRow row, LocalDate today, Vocabulary words)
    {
        if (row.Fault is { } fault)
        {
            return new ReoffenceRow(row.Line, row.Cells, null, null, null, [fault]);
        }

        var read = new Cells(row.Line, row.Values!);
        var person = Person(read, today);
        var until = read.Date(ReoffenceColumns.SearchedUntil);
        if (until > today)
        {
            read.Fault(ReoffenceColumns.SearchedUntil, $"{until:uuuu-MM-dd} is in the future; give the last day that the search covers");
        }

        var offence = Reoffence(read, words);
        if (offence is null && !read.IsGiven(ReoffenceColumns.SearchedUntil) && read.Faults.Count == 0)
        {
            read.Fault(ReoffenceColumns.OffenceDate, $"missing; a row without an offence says up to which day the records were searched ({ReoffenceColumns.SearchedUntil})");
        }

        return new ReoffenceRow(row.Line, row.Cells, person, offence, until, read.Faults);
    }

    private static PersonKeys? Person(Cells read, LocalDate today)
    {
        var (pnc, reference, pseudonym, custody) = (
            read.Text(ReoffenceColumns.PncId), read.Text(ReoffenceColumns.Reference), read.Text(ReoffenceColumns.Pseudonym), read.Text(ReoffenceColumns.Custody));
        if ((pnc ?? reference ?? pseudonym ?? custody) is null)
        {
            read.Fault(ReoffenceColumns.OfPerson[0], $"nothing says whom the row is about; give {string.Join(", ", ReoffenceColumns.OfPerson)}, or several");
            return null;
        }

        if (pnc is not null && PncId.Read(pnc, today) is var id)
        {
            if (id is null)
            {
                read.Fault(ReoffenceColumns.PncId, $"{pnc} is no PNC id, or its check letter is wrong. {PncId.WouldTake}");
            }

            pnc = id;
        }

        return (pnc ?? reference ?? pseudonym ?? custody) is null ? null : new PersonKeys(pnc, reference, pseudonym, custody);
    }

    private static FollowUpCommand.RecordReoffence? Reoffence(Cells read, Vocabulary words)
    {
        string[] parts = [ReoffenceColumns.Source, ReoffenceColumns.OffenceDate, ReoffenceColumns.Classification, ReoffenceColumns.OffenceGroup, ReoffenceColumns.Outcome, ReoffenceColumns.OutcomeDate];
        if (!parts.Any(read.IsGiven))
        {
            return null;
        }

        var source = read.Required(ReoffenceColumns.Source);
        var on = read.RequiredDate(ReoffenceColumns.OffenceDate);
        var classification = read.Text(ReoffenceColumns.Classification);
        if (classification is not null && OffenceClassification.Read(classification) is { IsRead: false })
        {
            read.Fault(ReoffenceColumns.Classification, $"{classification} is not {OffenceClassification.Form}");
        }

        var group = read.IsGiven(ReoffenceColumns.OffenceGroup) ? read.Code(ReoffenceColumns.OffenceGroup, words.OffenceGroups) : null;
        var outcome = read.OneOf<ReoffenceOutcome>(ReoffenceColumns.Outcome, Outcomes) ?? ReoffenceOutcome.Open;
        return new FollowUpCommand.RecordReoffence(source, on, outcome, read.Date(ReoffenceColumns.OutcomeDate), classification, group);
    }
}
