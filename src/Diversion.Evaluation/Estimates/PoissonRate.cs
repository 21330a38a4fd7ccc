using MathNet.Numerics.Distributions;

namespace Diversion.Evaluation.Estimates;

/// <summary>Events a unit of time or a person, when events come independently of each other.</summary>
public static class PoissonRate
{
    /// <param name="events">Counted.</param>
    /// <param name="over">People or time at risk; above 0.</param>
    /// <returns>The rate with Garwood's exact interval.</returns>
    /// <remarks>
    /// Ends: χ²(α/2; 2x)/2 and χ²(1−α/2; 2x+2)/2, over the exposure. Garwood 1936, Biometrika 28:437.
    /// </remarks>
    public static Estimate Garwood(long events, double over, double level = Confidence.Usual)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(over);
        var tail = (1 - level) / 2;
        var lower = events == 0 ? 0 : Gamma.InvCDF(events, 1, tail);
        return new(events / over, lower / over, Gamma.InvCDF(events + 1, 1, 1 - tail) / over);
    }
}
