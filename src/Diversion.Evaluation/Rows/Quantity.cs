namespace Diversion.Evaluation.Rows;

/// <summary>How much of something that has a cost.</summary>
/// <param name="Unit">Id of its unit cost: <c>worker-hour</c>.</param>
/// <param name="Amount">In the unit of that cost.</param>
public readonly record struct Quantity(string Unit, decimal Amount);
