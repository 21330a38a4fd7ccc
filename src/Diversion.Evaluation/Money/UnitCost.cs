namespace Diversion.Evaluation.Money;

/// <summary>What one unit costs.</summary>
/// <param name="Id">As used in the rows: <c>worker-hour</c>.</param>
/// <param name="Unit">In words: <c>hour</c>.</param>
/// <param name="Pounds">A unit, in prices of <paramref name="PriceYear"/>.</param>
/// <param name="Source">Where the number is from, with its year; never empty.</param>
/// <param name="IsExample">Ships with the product and is marked wherever it is used.</param>
public sealed record UnitCost(string Id, string Name, string Unit, decimal Pounds, int PriceYear, string Source, bool IsExample = false);
