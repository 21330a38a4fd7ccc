using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;

namespace Diversion.Domain.CustodyMatches;

/// <summary>
/// A possible match: it changes no agreement. Once somebody has confirmed it, the notice is passed on to the agreement as if
/// it had come with the reference.
/// </summary>
/// <param name="Notice">Null once it is about nobody of ours: nothing that it says of a stranger is kept here.</param>
/// <param name="Candidates">The cases that were found, by the strongest value that any shares with the notice.</param>
/// <param name="Agreement">The case that was confirmed; null while it waits, and when it was refused.</param>
/// <param name="DecidedBy">Null while it waits.</param>
/// <param name="PassedOn">The agreement has the notice, or has refused it.</param>
/// <param name="Refusal">Code: why the agreement did not take it. A lead records it by hand.</param>
public sealed record CustodyMatch(
    int Version,
    UnreferencedNotice? Notice,
    ImmutableArray<MatchCandidate> Candidates,
    Instant ReceivedAt,
    AgreementId? Agreement = null,
    StaffRef? DecidedBy = null,
    Instant? DecidedAt = null,
    bool PassedOn = false,
    string? Refusal = null) : IStreamState
{
    /// <summary>As for reading a notice on a case without an agreement.</summary>
    public const int DecideWorkingDays = 1;

    /// <summary>The system that sent it; null for a notice of before that was kept.</summary>
    public StaffRef? From { get; init; }

    /// <summary>Until when a lead decides; null for a notice of before there was a time for it.</summary>
    public Deadline? Decide { get; init; }

    /// <summary>How many instants of its ladder have passed.</summary>
    public int Step { get; init; }

    /// <summary>The case that was confirmed before the notice named somebody else.</summary>
    public AgreementId? Before { get; init; }

    /// <summary>Of a refused notice: tells whether it comes again, and nothing else about it.</summary>
    public string? Known { get; init; }

    /// <summary>It was corrected, and is about nobody of ours now.</summary>
    public bool NotOurs { get; init; }

    /// <summary>It names nobody any more.</summary>
    public bool Erased { get; init; }

    public bool Waits => DecidedBy is null && !NotOurs;

    /// <summary>Confirmed, and the agreement has not been told yet: the clock makes sure that it is.</summary>
    public bool IsToPassOn => Agreement is not null && !PassedOn;

    /// <summary>Confirmed, and the agreement could not take it.</summary>
    public bool IsUnrecorded => Refusal is not null;

    public Instant? NextDue => IsToPassOn ? DecidedAt
        : Waits && Decide is { } decide && Step < decide.Ladder.Length ? decide.Ladder[Step]
        : null;

    /// <summary>The case that is or was confirmed; it stays among the candidates.</summary>
    internal AgreementId? Confirmed => Agreement ?? Before;

    /// <summary>Whether the same has come before, and no case was found since that nobody has looked at.</summary>
    internal bool Knows(UnreferencedNotice notice, ImmutableArray<MatchCandidate> candidates) =>
        (Notice == notice || (Known is not null && Known == notice.Digest()))
        && (Agreement is not null || candidates.All(found => Candidates.Any(candidate => candidate.Agreement == found.Agreement)));

    public static CustodyMatch Evolve(CustodyMatch? match, CustodyMatchEvent happened)
    {
        var next = happened switch
        {
            // Other content of a confirmed notice goes to the same case, as its correction; about somebody else, it is asked again.
            CustodyMatchEvent.NoticeReceived e when match is { Agreement: not null, Notice: { } before } && before.IsOfSamePerson(e.Notice) =>
                match with { Notice = e.Notice, Candidates = e.Candidates, From = e.From, PassedOn = false, Refusal = null },
            CustodyMatchEvent.NoticeReceived e => new CustodyMatch(match?.Version ?? 0, e.Notice, e.Candidates, e.At)
            {
                From = e.From, Before = match?.Confirmed, Decide = e.Decide, Step = match is { Waits: true } ? match.Step : 0,
            },
            CustodyMatchEvent.MatchConfirmed e => match! with { Agreement = e.Agreement, DecidedBy = e.By, DecidedAt = e.At },
            CustodyMatchEvent.MatchRefused e => match! with { Notice = null, Known = match.Notice?.Digest(), DecidedBy = e.By, DecidedAt = e.At },
            CustodyMatchEvent.FoundNotOurs => match! with { Notice = null, Known = null, Candidates = [], DecidedBy = null, DecidedAt = null, NotOurs = true },
            CustodyMatchEvent.LeadsReminded e => match! with { Step = e.Step },
            CustodyMatchEvent.NoticePassedOn e => match! with { PassedOn = true, Refusal = e.Refusal },
            CustodyMatchEvent.RecordedByHand => match! with { Refusal = null },
            CustodyMatchEvent.NoticeErased => match! with { Notice = null, Known = null, Candidates = [], Agreement = null, Before = null, Refusal = null, NotOurs = true, Erased = true },
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        };
        return next with { Version = (match?.Version ?? 0) + 1 };
    }
}
