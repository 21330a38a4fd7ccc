namespace Diversion.Evaluation.Trial;

/// <summary>One arm of a trial.</summary>
/// <param name="Id">A short code, stored with each allocation: <c>programme</c>, <c>control</c>.</param>
/// <param name="Ratio">How many of this arm for how many of the others: 1 and 1, or 2 and 1.</param>
/// <param name="IsControl">Usual processing. A trial has one.</param>
public sealed record TrialArm(string Id, string Name, int Ratio = 1, bool IsControl = false);
