namespace Diversion.Evaluation.Drawings;

/// <param name="Value">From 0 on; null: it is not shown.</param>
/// <param name="Words">The value as a reader sees it, or why there is none.</param>
public sealed record Bar(string Name, double? Value, string Words);
