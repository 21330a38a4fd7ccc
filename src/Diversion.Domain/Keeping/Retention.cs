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
            ? ReviewOn(state.Status, ended, state.Keeping?.Until, rules)
            : null;

    /// <param name="until">A lead looked at the record and keeps it until this day; null when none did.</param>
    public static LocalDate ReviewOn(AgreementStatus status, Instant ended, LocalDate? until, RetentionRules rules)
    {
        var over = WorkingCalendar.DateOf(ended).PlusYears(rules.YearsOf(status));
        return until is { } kept && kept > over ? kept : over;
    }

    /// <summary>The papers whose own period is over; those of a held record stay.</summary>
    public static IEnumerable<Document> PapersOver(AgreementState state, RetentionRules rules, LocalDate today) =>
        state is { IsTerminal: true, EndedAt: { } ended } && state.Keeping is null or { Holds.IsEmpty: true }
            ? state.Documents.Where(paper => !paper.Removed && rules.YearsOf(paper.Kind) is { } years && WorkingCalendar.DateOf(Instant.Max(ended, paper.KeptAt)).PlusYears(years) <= today)
            : [];
}
