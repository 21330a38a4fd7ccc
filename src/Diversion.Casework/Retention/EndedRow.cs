using NodaTime;

namespace Diversion.Casework.Retention;

/// <summary>A case that has ended, as it is stored for the review of its record.</summary>
/// <param name="Holds">How many hold the record.</param>
/// <param name="Until">A lead keeps it until this day.</param>
/// <param name="Papers">The kinds of its papers, each once.</param>
internal sealed record EndedRow(string Agreement, string Scheme, Instant EndedAt, int? Holds, LocalDate? Until, IReadOnlyList<string>? Papers);
