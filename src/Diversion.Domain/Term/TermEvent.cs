using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Term;

public abstract record TermEvent : AgreementEvent
{
    private TermEvent()
    {
    }

    /// <param name="Note">What the new one has to know.</param>
    /// <param name="Meet">By when both meet; null where nobody hands over, and for a change from before this was asked.</param>
    /// <param name="On">The day of the change; null likewise.</param>
    public sealed record KeyWorkerChanged(StaffRef KeyWorker, string? Note = null, Deadline? Meet = null, LocalDate? On = null) : TermEvent;

    public sealed record HandoverRecorded(HandoverMeeting Meeting, LocalDate On, string? Note) : TermEvent;

    /// <param name="Until">The last day, inclusive; <paramref name="EndsAt"/> is the first instant of the day after.</param>
    public sealed record CoverArranged(StaffRef Worker, LocalDate Until, Instant EndsAt) : TermEvent;

    public sealed record CoverEnded : TermEvent;

    /// <param name="Version">Of the agreement: 1 as signed, one more with each variation, substitution, waiver and extension.</param>
    /// <param name="Agreed">The person's agreement; null when they did not have to agree, or in events from before this was stored.</param>
    public sealed record AgreementVaried(
        int Version, ImmutableArray<string> Added, ImmutableArray<string> Removed, PersonAgreed? Agreed = null) : TermEvent;

    /// <param name="Version">As in <see cref="AgreementVaried"/>; 0 in events from before an extension made a version of its own.</param>
    public sealed record TermExtended(
        LocalDate LastDay, Instant EndsAt, int DaysInAll, int Version = 0, PersonAgreed? Agreed = null) : TermEvent;

    /// <param name="Open">The conditions that are not settled.</param>
    public sealed record ConcludingBegan(Instant Until, ImmutableArray<string> Open) : TermEvent;

    /// <summary>The settling time has passed and only records are missing: a lead is told, and nothing counts against the person.</summary>
    /// <param name="AskAgainAt">When a lead is told again if it is not settled by then.</param>
    public sealed record ConcludingExpired(ImmutableArray<string> Open, Instant At, Instant? AskAgainAt = null) : TermEvent;

    public sealed record AgreementCompleted(Instant At) : TermEvent;

    public sealed record AgreementDiscontinued(DiscontinuationCause Cause, Instant At) : TermEvent;

    /// <param name="ConditionId">The condition that it is about; the partner who carries it out then reads it, too.</param>
    /// <param name="Read">The deadline for the key worker to read it, if a partner wrote it and there is no earlier unread note.</param>
    public sealed record NoteAdded(string Text, string? ConditionId = null, Deadline? Read = null) : TermEvent;

    /// <summary>The key worker has read what the partner wrote on a condition.</summary>
    public sealed record PartnerNotesRead(string ConditionId) : TermEvent;

    /// <summary>The case is the officer's again, who records what happens to it.</summary>
    public sealed record CaseOutcomeDue(Deadline Record) : TermEvent;

    /// <param name="Code">Home Office outcome code.</param>
    public sealed record CaseOutcomeRecorded(CaseResult Result, string Code, LocalDate On, Instant At) : TermEvent;

    /// <summary>Another outcome replaces the one recorded before; the reason is kept with the event.</summary>
    public sealed record CaseOutcomeCorrected(CaseResult Result, string Code, LocalDate On, Instant At) : TermEvent;

    /// <summary>It happened within the term and was reported after the end: it is kept and flagged, and a lead looks at it.</summary>
    /// <param name="Item">The appointment, incident or condition that it is about.</param>
    /// <param name="What">What was reported about it, in words.</param>
    public sealed record LateNewsReceived(string? ConditionId, string Item, LateNewsKind Kind, string What, LocalDate HappenedOn, Instant At) : TermEvent;


    public sealed record OwnerReminded(string Obligation, string Rule, Addressee Owner, Instant Due) : TermEvent;

    /// <param name="Step">1 is the first step of the scheme's ladder.</param>
    public sealed record ObligationEscalated(string Obligation, string Rule, int Step, Addressee To, Instant Due, Instant At) : TermEvent;

    public sealed record AlertAcknowledged(string AlertId) : TermEvent;

    /// <param name="Fails">The person's number or email address takes no messages.</param>
    /// <param name="Correct">By when it is put right; null where that is owed already, or by nobody any more.</param>
    public sealed record MessageUndelivered(string MessageId, Instant At, ContactField? Fails = null, Deadline? Correct = null) : TermEvent;
}
