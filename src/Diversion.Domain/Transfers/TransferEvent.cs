using Diversion.Domain.Agreements;

namespace Diversion.Domain.Transfers;

public abstract record TransferEvent : AgreementEvent
{
    private TransferEvent()
    {
    }

    /// <param name="AskedBy">The name of who asked.</param>
    /// <param name="Answer">By when the team answers.</param>
    public sealed record TeamAsked(string Team, string AskedBy, Deadline Answer, Instant At) : TransferEvent;

    /// <summary>The team does not take the case. If it does, the key worker changes.</summary>
    public sealed record TeamDeclined(string Team) : TransferEvent;

    /// <summary>The case stays after all.</summary>
    public sealed record TeamNoLongerAsked(string Team) : TransferEvent;

    /// <param name="Until">The last day, inclusive; <paramref name="EndsAt"/> is the first instant of the day after.</param>
    public sealed record CourtesySupervisionArranged(
        string Organisation, string Contact, LocalDate From, LocalDate Until, Instant EndsAt, string What, Deadline Review) : TransferEvent;

    /// <param name="Next">The next review; null for none before it ends.</param>
    public sealed record CourtesySupervisionReviewed(string Said, Deadline? Next) : TransferEvent;

    public sealed record CourtesySupervisionEnded : TransferEvent;
}
