namespace Diversion.Evaluation.Drawings;

/// <summary>What a map says of one area.</summary>
/// <param name="Code">As in the boundary file.</param>
/// <param name="Value">Decides the band; null: suppressed or not known, drawn white with a cross.</param>
/// <param name="Words">The value as shown: <c>25%</c>, <c>suppressed</c>.</param>
public sealed record MapArea(string Code, string Name, double? Value, string Words);
