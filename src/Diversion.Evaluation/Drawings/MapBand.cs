namespace Diversion.Evaluation.Drawings;

/// <summary>Values of a map from a number up to the next band's; told apart by shade and hatching.</summary>
/// <param name="From">The first belongs to the band.</param>
/// <param name="Name">In the key: <c>20% to 30%</c>.</param>
public sealed record MapBand(double From, string Name);
