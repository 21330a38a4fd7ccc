using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;

namespace Diversion.Domain.Services;

/// <summary>A request about a service of the directory.</summary>
public abstract record ServiceCommand : StreamCommand<ServiceEvent>
{
    private ServiceCommand()
    {
    }

    protected override bool IsTimePassing => this is TimePassed;

    /// <summary>Leads are told of a partnership agreement whose review is due; cases are asked about slots that they took or give back.</summary>
    /// <param name="Followed">What the cases answered; empty when none was asked.</param>
    public sealed record TimePassed(ImmutableArray<SlotAnswer> Followed = default) : ServiceCommand;

    public sealed record AddService(ServiceEntry Entry) : ServiceCommand;

    /// <summary>The whole entry: what is left out is no longer known.</summary>
    public sealed record ChangeService(ServiceEntry Entry) : ServiceCommand;

    /// <summary>A partnership agreement, the first or the next one.</summary>
    public sealed record RecordPartnership(Partnership Partnership) : ServiceCommand;

    /// <summary>The review was held; the reason says what came of it.</summary>
    /// <param name="NextReviewOn">Null when the partnership agreement is not continued.</param>
    public sealed record ReviewPartnership(LocalDate? NextReviewOn = null) : ServiceCommand;

    /// <summary>Nobody is referred to it any more; the reason says why.</summary>
    public sealed record CloseService : ServiceCommand;

    public sealed record ReopenService : ServiceCommand;

    /// <summary>Times that can be booked from now on. A start that has a slot already is left as it is.</summary>
    public sealed record PublishSlots(ImmutableArray<ServiceSlot> Slots) : ServiceCommand
    {
        /// <summary>In one command.</summary>
        public const int Most = 100;
    }

    /// <summary>A time that nobody has booked is not offered any more.</summary>
    public sealed record WithdrawSlot(Instant StartsAt) : ServiceCommand;

    /// <summary>Takes a free slot for a case, which then records the appointment. It is part of booking, and never sent alone.</summary>
    public sealed record TakeSlot(AgreementId Case, Instant StartsAt) : ServiceCommand;

    /// <summary>The case cancels the appointment. It is part of cancelling, and never sent alone.</summary>
    public sealed record GiveBackSlot(AgreementId Case, Instant StartsAt) : ServiceCommand;

    /// <summary>A lead has read who tried to change an entry that is not theirs.</summary>
    public sealed record ReadRefusedChanges : ServiceCommand;
}
