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
/// <param name="SameBy">What is the same, in words.</param>
public sealed record MatchCaseView(
    string Agreement, string SameBy, string Name, LocalDate BornOn, string? PncId, string? CustodyReference, string Status, LocalDate ReferredOn);

/// <param name="DecidedBy">Null while it waits.</param>
/// <param name="Agreement">The case that was confirmed.</param>
public sealed record CustodyMatchView(
    string Id, UnreferencedNotice Notice, IReadOnlyList<MatchCaseView> Cases, Instant ReceivedAt, string? DecidedBy, Instant? DecidedAt, string? Agreement, string? Refusal);

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
            match.Notice,
            [.. match.Candidates.Join(states, candidate => candidate.Agreement, state => state.Id, Show)],
            match.ReceivedAt,
            match.DecidedBy?.Name,
            match.DecidedAt,
            match.Agreement?.Value,
            match.Refusal);
    }

    private static MatchCaseView Show(MatchCandidate candidate, AgreementState state) => new(
        state.Id.Value,
        DuplicateWords.Of([candidate.By]),
        state.Referral.Person.Name,
        state.Referral.Person.BornOn,
        state.Referral.Person.PncId,
        state.Referral.CustodyReference,
        Words.Of(state.Status),
        Domain.Time.WorkingCalendar.DateOf(state.Referral.ReferredAt));
}
