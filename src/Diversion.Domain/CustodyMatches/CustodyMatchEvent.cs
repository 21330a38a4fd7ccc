using Diversion.Domain.Agreements;

namespace Diversion.Domain.CustodyMatches;

/// <summary>Something that happened to a notice without a reference. A stored event is a contract, as an agreement's.</summary>
public abstract record CustodyMatchEvent
{
    private CustodyMatchEvent()
    {
    }

    public sealed record NoticeReceived(UnreferencedNotice Notice, ImmutableArray<MatchCandidate> Candidates, Instant At) : CustodyMatchEvent
    {
        /// <summary>The system that sent it.</summary>
        public StaffRef? From { get; init; }

        /// <summary>Until when a lead decides, if it waits for one.</summary>
        public Deadline? Decide { get; init; }
    }

    public sealed record MatchConfirmed(AgreementId Agreement, StaffRef By, Instant At) : CustodyMatchEvent;

    /// <summary>The notice is about nobody of ours; the reason is with the event.</summary>
    public sealed record MatchRefused(StaffRef By, Instant At) : CustodyMatchEvent;

    /// <summary>It came again with other content, by which no case is found. What it says now is not kept.</summary>
    public sealed record FoundNotOurs(Instant At) : CustodyMatchEvent;

    /// <summary>It still waits, and the leads were told so.</summary>
    /// <param name="Step">How many instants of the ladder have passed.</param>
    public sealed record LeadsReminded(int Step, Instant Due) : CustodyMatchEvent;

    /// <param name="Refusal">Code of the agreement's refusal; null when it took the notice.</param>
    public sealed record NoticePassedOn(AgreementId Agreement, string? Refusal = null) : CustodyMatchEvent;

    /// <summary>A lead recorded on the case what the notice says, which the case could not take; how is the event's reason.</summary>
    public sealed record RecordedByHand(StaffRef By, Instant At) : CustodyMatchEvent;

    /// <summary>What names the person was taken out of every event before this one.</summary>
    /// <param name="Digest">Over what is left in the erased events: a change to one of them shows.</param>
    public sealed record NoticeErased(string Digest, Instant At) : CustodyMatchEvent;
}
