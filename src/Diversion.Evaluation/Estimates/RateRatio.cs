using MathNet.Numerics.Distributions;

namespace Diversion.Evaluation.Estimates;

/// <summary>How many times as many events a time at risk in the one group as in the other; 1 is no difference.</summary>
public static class RateRatio
{
    /// <summary>For events that come independently of each other.</summary>
    /// <param name="events">Events of the first group.</param>
    /// <param name="time">Its time at risk, in any unit; above 0.</param>
    /// <returns>The ratio with its exact interval; null when there was no event at all. Infinite when only the first group had any.</returns>
    /// <remarks>
    /// Given their sum, the first group's events are binomial with share r·t₁ ÷ (r·t₁ + t₂): the ends follow from Clopper
    /// and Pearson's. Breslow and Day 1987, Statistical Methods in Cancer Research II, section 3.4. Reoffences of one person
    /// come in clusters: for them use <see cref="OfCounts"/>.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">Negative events, or no time at risk.</exception>
    public static Estimate? Exact(long events, double time, long others, double otherTime, double level = Confidence.Usual)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ArgumentOutOfRangeException.ThrowIfNegative(others);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(time);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(otherTime);
        if (events + others == 0)
        {
            return null;
        }

        var tail = (1 - level) / 2;
        var lower = events == 0 ? 0 : Ratio(Beta.InvCDF(events, others + 1, tail));
        var upper = others == 0 ? double.PositiveInfinity : Ratio(Beta.InvCDF(events + 1, others, 1 - tail));
        return new(others == 0 ? double.PositiveInfinity : events / time / (others / otherTime), lower, upper);

        double Ratio(double share) => share / (1 - share) * otherTime / time;
    }

    /// <summary>For counts a person, which may vary more than independent events would.</summary>
    /// <param name="first">Each person's events.</param>
    /// <returns>Ratio of the means with an interval on the logarithm; null when a group is empty or has no event.</returns>
    /// <remarks>
    /// Standard error: √(s₁²/(n₁m₁²) + s₂²/(n₂m₂²)), with the observed variances (the delta method): right whatever the
    /// distribution of the counts, for groups of some thirty people or more.
    /// </remarks>
    public static Estimate? OfCounts(CountSummary first, CountSummary second, double level = Confidence.Usual)
    {
        if (first.People < 2 || second.People < 2 || first.Events == 0 || second.Events == 0)
        {
            return null;
        }

        var ratio = first.Mean / second.Mean;
        var error = Math.Sqrt(Relative(first) + Relative(second));
        var z = Confidence.Z(level);
        return new(ratio, ratio * Math.Exp(-z * error), ratio * Math.Exp(z * error));
    }

    private static double Relative(CountSummary counts) => counts.Variance / (counts.People * counts.Mean * counts.Mean);
}
