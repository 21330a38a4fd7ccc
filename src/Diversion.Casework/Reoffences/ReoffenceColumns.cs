using Diversion.Casework.Csv;

namespace Diversion.Casework.Reoffences;

/// <summary>The columns of a file of reoffences. <c>docs/import.md</c> says what each means.</summary>
public static class ReoffenceColumns
{
    public const string PncId = "pnc_id";
    public const string Reference = "case_reference";
    public const string Pseudonym = "pseudonym";
    public const string Custody = "custody_reference";
    public const string Source = "source_id";
    public const string OffenceDate = "offence_date";
    public const string Classification = "classification";
    public const string OffenceGroup = "offence_group";
    public const string Outcome = "outcome";
    public const string OutcomeDate = "outcome_date";
    public const string SearchedUntil = "searched_until";
    public const string RejectReason = "reject_reason";

    /// <summary>Each row has one of them at least.</summary>
    public static readonly IReadOnlyList<string> OfPerson = [PncId, Reference, Pseudonym, Custody];

    public static CsvColumns Columns { get; } = new(
    [
        new(PncId, false, "pnc", "pnc number"),
        new(Reference, false, "reference", "agreement", "case"),
        new(Pseudonym, false, "person"),
        new(Custody, false, "custody ref", "custody number", "custody no"),
        new(Source, false, "source", "crime number", "crime no", "crime reference", "record id"),
        new(OffenceDate, false, "date of offence", "committed on"),
        new(Classification, false, "home office classification", "home office code", "ho code", "offence code"),
        new(OffenceGroup, false, "group", "offence category"),
        new(Outcome, false, "disposal", "result"),
        new(OutcomeDate, false, "date of outcome", "disposal date", "conviction date"),
        new(SearchedUntil, false, "searched to", "searched up to", "records searched until"),
        new(RejectReason, false),
    ]);
}
