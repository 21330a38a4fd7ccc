namespace Diversion.Evaluation.Estimates;

/// <summary>A moment at which events came.</summary>
/// <param name="AtRisk">Just before it.</param>
/// <param name="Survival">Share without an event just after it, with its interval.</param>
/// <param name="StandardError">Greenwood's, of the survival.</param>
public sealed record SurvivalStep(double Time, int AtRisk, int Events, Estimate Survival, double StandardError);
