using Diversion.Domain.Agreements;
using Diversion.Domain.Visits;

namespace Diversion.Casework.Services;

/// <summary>The free slots of services, as a case asks for them.</summary>
public interface ISlots
{
    /// <summary>What the service offers at that time, and is free or this case's already.</summary>
    ValueTask<(BookedSlot? Slot, Refusal? Refusal)> Offered(AgreementId agreement, VisitCommand.BookVisit asked, CancellationToken cancellation);

    /// <summary>Takes it for the case. Doing it again changes nothing.</summary>
    /// <returns>Null when the case has it.</returns>
    ValueTask<Refusal?> Take(AgreementId agreement, VisitCommand.BookVisit asked, CancellationToken cancellation);

    /// <summary>The case is about to cancel the appointment. Until it has, nobody else gets the slot.</summary>
    ValueTask GiveBack(AgreementId agreement, Visit visit, AgreementCommand because, CancellationToken cancellation);
}
