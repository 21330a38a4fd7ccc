namespace Diversion.Evaluation.Rows;

/// <param name="Kind">Kind of the condition: <c>reparation</c>.</param>
/// <param name="End">Null while it is open.</param>
/// <param name="Pathway">Of a pathway: <c>accommodation</c>; null for other kinds.</param>
/// <param name="StartScore">Assessment at the start, 0 to 10; null when there was none.</param>
/// <param name="EndScore">Assessment at the end, 0 to 10; null when there was none.</param>
public sealed record ConditionFacts(string Kind, ConditionEnd? End, string? Pathway = null, decimal? StartScore = null, decimal? EndScore = null);
