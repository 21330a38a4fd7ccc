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

    /// <summary>The case was handed over to another force or programme, and has ended here.</summary>
    /// <param name="Confirm">By when a lead knows that they have it.</param>
    public sealed record TransferredOut(string Organisation, string Contact, string By, Deadline Confirm, Instant At) : TransferEvent;

    /// <summary>The other side had not confirmed: the case runs here again.</summary>
    public sealed record TransferTakenBack : TransferEvent;

    /// <param name="ConfirmedBy">Who said so there.</param>
    public sealed record TransferConfirmed(string ConfirmedBy, Instant At) : TransferEvent;

    /// <summary>The case came from another force or programme, and runs here.</summary>
    /// <param name="Facilitator">Of restorative justice, where that was open.</param>
    /// <param name="Provider">In place of providers that do not work for this programme.</param>
    /// <param name="Known">Those of the case that do.</param>
    /// <param name="Events">How many events happened there.</param>
    /// <param name="Chain">The hash of the last of them.</param>
    public sealed record TransferReceived(
        string From, StaffRef KeyWorker, StaffRef Officer, StaffRef? Facilitator, string? Provider, ImmutableArray<string> Known, int Events, string Chain, string By, Instant At) : TransferEvent;
}
