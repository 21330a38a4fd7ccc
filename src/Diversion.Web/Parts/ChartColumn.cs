namespace Diversion.Web.Parts;

/// <summary>One step of a column chart.</summary>
/// <param name="Label">Short, for the axis: "Mar".</param>
/// <param name="Values">One per series; null if there is nothing to show.</param>
public sealed record ChartColumn(string Label, params IReadOnlyList<double?> Values);
