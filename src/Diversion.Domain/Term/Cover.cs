using Diversion.Domain.Agreements;

namespace Diversion.Domain.Term;

/// <summary>Somebody does the key worker's work while they are away. The person's key worker stays the same.</summary>
/// <param name="Until">The last day, inclusive.</param>
/// <param name="EndsAt">The first instant of the day after.</param>
public sealed record Cover(StaffRef Worker, LocalDate Until, Instant EndsAt);
