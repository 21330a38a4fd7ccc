namespace Diversion.Evaluation.Trial;

/// <summary>One allocation as it was stored.</summary>
/// <param name="Position">Place in the stratum's sequence, from 1.</param>
/// <param name="Pseudonym">Of the person; a person is allocated once in a trial.</param>
public sealed record AllocationRecord(string Stratum, int Position, string Arm, string Pseudonym, Instant At);
