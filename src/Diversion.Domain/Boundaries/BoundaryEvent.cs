using Diversion.Domain.Agreements;

namespace Diversion.Domain.Boundaries;

/// <summary>Something that happened to a set of boundaries. A stored event is a contract, as an agreement's.</summary>
public abstract record BoundaryEvent
{
    private BoundaryEvent()
    {
    }

    /// <param name="Areas">The whole set; the one before it is no longer used.</param>
    public sealed record BoundariesImported(string Property, string Checksum, ImmutableArray<BoundaryArea> Areas, StaffRef By, Instant At) : BoundaryEvent;
}
