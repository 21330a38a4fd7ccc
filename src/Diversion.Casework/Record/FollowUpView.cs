using System.Collections.Immutable;
using Diversion.Domain.Agreements;
using Diversion.Domain.FollowUp;
using NodaTime;

namespace Diversion.Casework.Record;

/// <summary>What became of the person, by the police's records.</summary>
/// <param name="Start">The day of the allocation; without one, of the signing.</param>
/// <param name="Allocated">It is the day of the allocation.</param>
/// <param name="SearchedUntil">Left out while the records were never searched: then nothing is known, and not "none".</param>
/// <param name="Reoffences">By the day of the offence.</param>
/// <param name="Results">Empty until 12 months after the start.</param>
/// <param name="Left">Died or moved abroad.</param>
public sealed record FollowUpView(
    LocalDate Start,
    bool Allocated,
    LocalDate? SearchedUntil,
    IReadOnlyList<Reoffence> Reoffences,
    ImmutableArray<CustodyTime> InCustody,
    Departure? Left,
    IReadOnlyList<FollowUpResultView> Results)
{
    /// <returns>Null for who is not followed up.</returns>
    public static FollowUpView? Of(AgreementState state) => state.FollowUpStart is not { } start ? null : new(
        start,
        state.FollowUp.AllocatedOn is not null,
        state.FollowUp.SearchedUntil,
        [.. state.FollowUp.Reoffences.OrderBy(one => one.OffenceOn).ThenBy(one => one.Number)],
        state.FollowUp.InCustody,
        state.FollowUp.Left,
        [.. state.FollowUp.Periods.Select(period => new FollowUpResultView(period.Months, period.LastDay, period.FinalOn, period.Record.Due, state.FollowUp.IsSettled(period)))]);
}

/// <param name="LastDay">The last day on which an offence counts.</param>
/// <param name="FinalOn">The last day on which its outcome counts.</param>
/// <param name="Settled">The records were searched up to it, or the person left before the last day.</param>
public sealed record FollowUpResultView(int Months, LocalDate LastDay, LocalDate FinalOn, Instant Due, bool Settled);
