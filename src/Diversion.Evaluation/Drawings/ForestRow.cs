using Diversion.Evaluation.Estimates;

namespace Diversion.Evaluation.Drawings;

/// <summary>One line of a forest plot.</summary>
/// <param name="Name">Subgroup, or a heading when there are no numbers.</param>
/// <param name="Numbers">Of both arms: <c>35/100 v 48/100</c>; empty for a heading.</param>
/// <param name="Ratio">Null: can't be computed, or a heading.</param>
/// <param name="Weight">People; larger ones have larger marks.</param>
/// <param name="IsOverall">Drawn as a diamond.</param>
public sealed record ForestRow(string Name, string Numbers = "", Estimate? Ratio = null, int Weight = 0, bool IsOverall = false);
