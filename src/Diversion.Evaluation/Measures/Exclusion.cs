namespace Diversion.Evaluation.Measures;

/// <summary>People whom a figure leaves out, and why.</summary>
public sealed record Exclusion(string Reason, int People);
