namespace Diversion.Casework.Operations;

/// <summary>One measure now, under the name that it has as a metric.</summary>
/// <param name="Of">Which state of messages, or which feed; null where there is only one.</param>
/// <param name="Unit">As in the metric: <c>s</c>, <c>By</c>, or what is counted in braces.</param>
public sealed record SystemFigure(string Metric, string? Of, double Value, string Unit);
