namespace Diversion.Evaluation.Money;

/// <summary>What all agreements together cost of one thing.</summary>
/// <param name="People">Who used it.</param>
/// <param name="Pounds">Of the price year.</param>
public sealed record CostPart(string Name, int People, decimal Pounds);
