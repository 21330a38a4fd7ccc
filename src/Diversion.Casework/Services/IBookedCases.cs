using Diversion.Domain.Agreements;
using Diversion.Domain.Visits;
using NodaTime;

namespace Diversion.Casework.Services;

/// <summary>The cases that follow the slots of a service.</summary>
public interface IBookedCases
{
    /// <summary>Writes the appointment on the case, or cancels it there. Doing it again changes nothing.</summary>
    /// <param name="givenBack">The slot is given back: the appointment is cancelled.</param>
    /// <returns>Null when the case says what the service says.</returns>
    ValueTask<Refusal?> Follow(AgreementId agreement, BookedSlot slot, bool givenBack, Instant now, CancellationToken cancellation);
}
