using Diversion.Domain.Agreements;

namespace Diversion.Domain.Nominations;

/// <summary>Something that happened to a nomination. A stored event is a contract, as an agreement's.</summary>
public abstract record NominationEvent
{
    private NominationEvent()
    {
    }

    /// <param name="Nomination">Its id.</param>
    public sealed record PlaceNominated(string Nomination, NominationText Text, Instant At) : NominationEvent;

    public sealed record NominationApproved(NominationText Published, StaffRef By, Instant At) : NominationEvent;

    public sealed record NominationRejected(StaffRef By, Instant At) : NominationEvent;
}
