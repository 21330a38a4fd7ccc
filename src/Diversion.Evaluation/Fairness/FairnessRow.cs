using Diversion.Evaluation.Estimates;

namespace Diversion.Evaluation.Fairness;

/// <summary>One group at one step.</summary>
/// <param name="Group">Code; null: not known.</param>
/// <param name="Rate">Null when nobody of the group came to the step.</param>
/// <param name="Relative">Rate over that of the largest group; null for the largest itself and where it can't be computed.</param>
/// <param name="IsLargest">The group to which the others are compared.</param>
/// <param name="Finding">Empty, or the sentence that a lead explains or acts on.</param>
public sealed record FairnessRow(string? Group, Proportion People, Estimate? Rate, Estimate? Relative, bool IsLargest, string Finding);
