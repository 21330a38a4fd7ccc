using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Keeping;

/// <summary>Until when a record and its papers are kept, by the scheme's periods.</summary>
public static class Retention
{
    /// <summary>The day from which a lead may have the record erased; null while the case runs, and once it is erased.</summary>
    public static LocalDate? ReviewOn(AgreementState state, RetentionRules rules) =>
        state is { IsTerminal: true, EndedAt: { } ended } && state.Keeping?.ErasedAt is null
            ? Later(WorkingCalendar.DateOf(ended).PlusYears(rules.YearsOf(state.Status)), state.Keeping?.Until)
            : null;

    /// <summary>The papers whose own period is over; those of a held record stay.</summary>
    public static IEnumerable<Document> PapersOver(AgreementState state, RetentionRules rules, LocalDate today) =>
        state is { IsTerminal: true, EndedAt: { } ended } && state.Keeping is null or { Holds.IsEmpty: true }
            ? state.Documents.Where(paper => !paper.Removed && rules.YearsOf(paper.Kind) is { } years && WorkingCalendar.DateOf(Instant.Max(state.EndedAt!.Value, paper.KeptAt)).PlusYears(years) <= today)
            : [];

    private static LocalDate Later(LocalDate day, LocalDate? until) => until is { } kept && kept > day ? kept : day;
}
