namespace Diversion.Evaluation.Rows;

/// <param name="Until">Last day; null: still in custody.</param>
public sealed record Custody(LocalDate From, LocalDate? Until);
