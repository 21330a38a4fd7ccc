using Diversion.Casework.Services;
using Diversion.Domain.Services;
using NodaTime;

namespace Diversion.Casework.ServiceEntries;

/// <summary>A service as a reader may see it.</summary>
/// <param name="ChangedBy">Who last changed the entry.</param>
/// <param name="Yours">The reader may change it.</param>
/// <param name="Partnership">For those who may change it; left out without one.</param>
/// <param name="Refused">For leads: who tried to change it from another organisation.</param>
public sealed record ServiceView(
    string Id,
    int Version,
    ServiceEntry Entry,
    bool Closed,
    ServiceUsage Usage,
    string ChangedBy,
    Instant ChangedAt,
    bool Yours,
    Partnership? Partnership,
    IReadOnlyList<RefusedChange> Refused)
{
    /// <summary>For those who may change it: the times that are to come, earliest first.</summary>
    public IReadOnlyList<SlotView> Slots { get; init; } = [];
}

/// <param name="Case">Reference of the case that has booked it; left out while it is free.</param>
public sealed record SlotView(Instant StartsAt, int Minutes, string? Place, string? Case);
