namespace Diversion.Evaluation.Estimates;

/// <summary>One stratum: who did, of each group.</summary>
public sealed record TwoByTwo(string Stratum, Proportion First, Proportion Second);
