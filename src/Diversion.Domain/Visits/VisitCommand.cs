using Diversion.Domain.Agreements;

namespace Diversion.Domain.Visits;

/// <summary>Appointments with services from their free slots, before the signing too.</summary>
public abstract record VisitCommand : AgreementCommand
{
    private VisitCommand()
    {
    }

    /// <summary>Takes a free slot of a service for the person. Sent again it changes nothing.</summary>
    /// <param name="Service">Id of the service in the directory.</param>
    /// <param name="StartsAt">The start of the slot.</param>
    public sealed record BookVisit(string Service, Instant StartsAt) : VisitCommand
    {
        /// <summary>What the service gave; never part of a request.</summary>
        public BookedSlot? Slot { get; private init; }

        /// <summary>Why the service gave nothing.</summary>
        internal Refusal? NotGiven { get; private init; }

        public BookVisit With(BookedSlot slot) => this with { Slot = slot };

        public BookVisit Without(Refusal refusal) => this with { NotGiven = refusal };

        /// <summary>To find out whether something may be booked at all.</summary>
        public BookVisit AsExample() => With(new BookedSlot(new(Service, "An example"), "An example", StartsAt, Appointments.Booking.ShortestMinutes, null));

        internal override void Inspect(TextInspection texts) => texts.Id("service", Service);
    }

    /// <summary>Before it begins. The slot is free again a minute later; the person has to be told.</summary>
    /// <param name="Number">Of the appointment in the case, from 1.</param>
    public sealed record CancelVisit(int Number) : VisitCommand
    {
        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Number));

        internal override bool NeedsReason => true;
    }

    /// <summary>Whether the person came. It can be corrected by recording the other.</summary>
    public sealed record RecordVisit(int Number, bool Came) : VisitCommand
    {
        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Number));
    }
}
