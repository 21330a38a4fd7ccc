using Diversion.Evaluation.Estimates;

namespace Diversion.Evaluation.Drawings;

/// <summary>One line of a survival plot.</summary>
public sealed record SurvivalCurve(string Name, KaplanMeier Curve);
