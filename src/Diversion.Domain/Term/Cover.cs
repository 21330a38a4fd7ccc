using Diversion.Domain.Agreements;

namespace Diversion.Domain.Term;

/// <summary>Somebody does the key worker's work while they are away. The key worker stays the person's own.</summary>
/// <param name="Until">The last day, inclusive.</param>
/// <param name="EndsAt">The first instant of the day after.</param>
public sealed record Cover(StaffRef Worker, LocalDate Until, Instant EndsAt);
