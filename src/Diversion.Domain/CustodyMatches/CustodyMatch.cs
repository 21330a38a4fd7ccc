using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;

namespace Diversion.Domain.CustodyMatches;

/// <summary>
/// A possible match: it changes no agreement. Once somebody has confirmed it, the notice is passed on to the agreement as if
/// it had come with the reference.
/// </summary>
/// <param name="Candidates">The cases that were found, by the strongest value that any shares with the notice.</param>
/// <param name="Agreement">The case that was confirmed; null while it waits, and when it was refused.</param>
/// <param name="DecidedBy">Null while it waits.</param>
/// <param name="PassedOn">The agreement has the notice, or has refused it.</param>
/// <param name="Refusal">Why the agreement did not take it.</param>
public sealed record CustodyMatch(
    int Version,
    UnreferencedNotice Notice,
    ImmutableArray<MatchCandidate> Candidates,
    Instant ReceivedAt,
    AgreementId? Agreement = null,
    StaffRef? DecidedBy = null,
    Instant? DecidedAt = null,
    bool PassedOn = false,
    string? Refusal = null) : IStreamState
{
    public bool Waits => DecidedBy is null;

    /// <summary>Confirmed, and the agreement has not been told yet: the clock makes sure that it is.</summary>
    public bool IsToPassOn => Agreement is not null && !PassedOn;

    public Instant? NextDue => IsToPassOn ? DecidedAt : null;

    public static CustodyMatch Evolve(CustodyMatch? match, CustodyMatchEvent happened)
    {
        var next = happened switch
        {
            // A confirmed notice that comes with other content goes to the same case, as its correction; a refused one is asked again.
            CustodyMatchEvent.NoticeReceived e when match is { Agreement: not null } => match with { Notice = e.Notice, Candidates = e.Candidates, PassedOn = false, Refusal = null },
            CustodyMatchEvent.NoticeReceived e => new CustodyMatch(match?.Version ?? 0, e.Notice, e.Candidates, e.At),
            CustodyMatchEvent.MatchConfirmed e => match! with { Agreement = e.Agreement, DecidedBy = e.By, DecidedAt = e.At },
            CustodyMatchEvent.MatchRefused e => match! with { DecidedBy = e.By, DecidedAt = e.At },
            CustodyMatchEvent.NoticePassedOn e => match! with { PassedOn = true, Refusal = e.Refusal },
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        };
        return next with { Version = (match?.Version ?? 0) + 1 };
    }
}
