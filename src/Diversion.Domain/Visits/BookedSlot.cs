using Diversion.Domain.Conditions.Pathway;

namespace Diversion.Domain.Visits;

/// <summary>The slot that a service gave to the case.</summary>
/// <param name="Minutes">Its length.</param>
public sealed record BookedSlot(ServiceRef Service, string Provider, Instant StartsAt, int Minutes, string? Place);
