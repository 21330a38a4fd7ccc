namespace Diversion.Evaluation.Rows;

/// <param name="Reason">In words: <c>died</c>, <c>moved abroad</c>.</param>
public sealed record Departure(LocalDate On, string Reason);
