using Diversion.Evaluation.Estimates;

namespace Diversion.Simulation.Power;

/// <summary>What one simulated trial found.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Programme">People allocated to it with a proven reoffence.</param>
/// <param name="Difference">Absolute, programme minus usual processing, with its 95% interval.</param>
/// <param name="P">Of the score test of both shares.</param>
/// <param name="Net">Pounds a person; see <see cref="TrialTruth.Net"/>.</param>
public sealed record TrialFinding(int Number, Proportion Programme, Proportion Control, Estimate Difference, double P, double Net)
{
    public const double Alpha = 0.05;

    /// <summary>The trial says that there is a difference.</summary>
    public bool Rejects => P < Alpha;

    public bool Covers(TrialTruth truth) => Difference.Interval.Holds(truth.Difference);
}
