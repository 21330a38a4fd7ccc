using Diversion.Domain.Agreements;

namespace Diversion.Domain.Keeping;

/// <summary>How long a record is kept. A stored event is a contract.</summary>
public abstract record KeepingEvent : AgreementEvent
{
    private KeepingEvent()
    {
    }

    public sealed record HoldPlaced(int Number, HoldCause Cause, StaffRef By, Instant At) : KeepingEvent;

    public sealed record HoldLifted(int Number) : KeepingEvent;

    public sealed record KeptLonger(LocalDate Until) : KeepingEvent;

    /// <summary>From now on nothing is recorded. What names the person is taken out of the events before this one.</summary>
    public sealed record ErasureOrdered(ErasureGround Ground, string? Request, string ById, Instant At) : KeepingEvent;

    /// <summary>
    /// What names the person was taken out of every event before this one. A backup from before may have had the case at an
    /// earlier point: erased again, it gets the status that it had when it was erased the first time.
    /// </summary>
    /// <param name="Digest">Over what is left in the erased events: a change to one of them shows.</param>
    public sealed record RecordErased(AgreementStatus Status, string Digest, Instant At) : KeepingEvent;
}
