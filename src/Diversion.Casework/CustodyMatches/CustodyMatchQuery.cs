using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.Texts;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.CustodyMatches;
using NodaTime;

namespace Diversion.Casework.CustodyMatches;

/// <summary>A case beside the notice, so that a person can compare.</summary>
/// <param name="SameBy">What is the same, in words; null for the case that was confirmed before the notice named somebody else.</param>
public sealed record MatchCaseView(
    string Agreement, string? SameBy, string Name, LocalDate BornOn, string? PncId, string? CustodyReference, string Status, LocalDate ReferredOn);

/// <param name="Notice">Null once it is known to be about nobody of ours.</param>
/// <param name="DecidedBy">Null while it waits.</param>
/// <param name="Agreement">The case that was confirmed.</param>
/// <param name="Before">The case that was confirmed before the notice named somebody else.</param>
/// <param name="Refusal">Code: why the case could not take it, until somebody has recorded it by hand.</param>
/// <param name="NotOurs">It was corrected, and no case is found by what it says now.</param>
public sealed record CustodyMatchView(
    string Id,
    int Version,
    UnreferencedNotice? Notice,
    IReadOnlyList<MatchCaseView> Cases,
    Instant ReceivedAt,
    string? DecidedBy,
    Instant? DecidedAt,
    string? Agreement,
    string? Before,
    string? Refusal,
    bool NotOurs)
{
    /// <summary>Left out once it is decided, and for a notice of before there was a time for it.</summary>
    public Instant? DecideBy { get; init; }
}

/// <summary>A notice without a reference, with the cases that it may be about, for leads.</summary>
public sealed class CustodyMatchQuery(CustodyMatchService matches, Records records)
{
    public async ValueTask<Reply<CustodyMatchView>> Of(string id, Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MayDecideMatches(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        if (CustodyMatchIds.Read(id) is not { } known || await matches.Find(known, cancellation) is not { } match)
        {
            return new Refusal.Unknown(RefusalCode.NoticeUnknown, "There is no such notice. Open your inbox again.");
        }

        var states = await records.FindAll([.. match.Candidates.Select(candidate => candidate.Agreement.Value)], cancellation);
        return new CustodyMatchView(
            id,
            match.Version,
            match.Notice,
            match.Notice is null ? [] : [.. match.Candidates.Join(states, candidate => candidate.Agreement, state => state.Id, (candidate, state) => Show(candidate, state, match.Before))],
            match.ReceivedAt,
            match.DecidedBy?.Name,
            match.DecidedAt,
            match.Agreement?.Value,
            match.Before?.Value,
            match.Refusal,
            match.NotOurs) { DecideBy = match.Waits ? match.Decide?.Due : null };
    }

    private static MatchCaseView Show(MatchCandidate candidate, AgreementState state, AgreementId? before) => new(
        state.Id.Value,
        candidate.Agreement == before ? null : DuplicateWords.Of([candidate.By]),
        state.Referral.Person.Name,
        state.Referral.Person.BornOn,
        state.Referral.Person.PncId,
        state.Referral.CustodyReference,
        Words.Of(state.Status),
        Domain.Time.WorkingCalendar.DateOf(state.Referral.ReferredAt));
}
