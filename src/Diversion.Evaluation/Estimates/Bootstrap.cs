namespace Diversion.Evaluation.Estimates;

/// <summary>
/// Intervals for means of anything, also where a few people have very much and most have nothing (harm days).
/// </summary>
/// <remarks>
/// The percentile interval of the means of resamples with replacement: Efron 1979, Annals of Statistics 7:1. With fewer
/// than some fifty people and very uneven values it is a little too narrow. The seed is stated with the result: the same
/// seed, values and number of resamples give the same interval, on any machine.
/// </remarks>
public static class Bootstrap
{
    public const int UsualResamples = 2_000;

    /// <param name="values">In an order that does not change, or the interval does.</param>
    /// <returns>The mean with its interval; null when there is no value.</returns>
    public static Estimate? Mean(IReadOnlyCollection<double> values, ulong seed, int resamples = UsualResamples, double level = Confidence.Usual) =>
        values.Count == 0 ? null : Percentiles(values.Average(), Means([.. values], seed, resamples), level);

    /// <returns>Mean of the first minus mean of the second; null when a group is empty.</returns>
    public static Estimate? Difference(
        IReadOnlyCollection<double> first, IReadOnlyCollection<double> second, ulong seed, int resamples = UsualResamples, double level = Confidence.Usual)
    {
        if (first.Count == 0 || second.Count == 0)
        {
            return null;
        }

        var (ones, others) = (Means([.. first], seed, resamples), Means([.. second], Stream.Mixed(seed), resamples));
        return Percentiles(first.Average() - second.Average(), [.. ones.Zip(others, (one, other) => one - other)], level);
    }

    /// <summary>Each resample has a stream of its own, so they can be drawn in parallel and come out the same.</summary>
    private static double[] Means(double[] values, ulong seed, int resamples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        var means = new double[resamples];
        Parallel.For(0, resamples, index =>
        {
            var stream = new Stream(seed, (ulong)index);
            var (sum, count) = (0.0, (ulong)values.Length);
            for (var i = 0; i < values.Length; i++)
            {
                sum += values[stream.Below(count)];
            }

            means[index] = sum / values.Length;
        });
        return means;
    }

    private static Estimate Percentiles(double value, double[] means, double level)
    {
        Array.Sort(means);
        var tail = (1 - level) / 2;
        return new(value, Math.Min(value, At(means, tail)), Math.Max(value, At(means, 1 - tail)));
    }

    /// <summary>Between neighbours in a straight line (R's type 7).</summary>
    private static double At(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014): a counter that is mixed.</summary>
    private struct Stream(ulong seed, ulong number)
    {
        private ulong _state = Mixed(seed ^ Mixed(number));

        /// <summary>Uniform below the bound, by the high half of a product (Lemire 2019); its bias is below 2⁻⁴⁰ for a million values.</summary>
        public int Below(ulong bound)
        {
            _state += 0x9E3779B97F4A7C15;
            return (int)Math.BigMul(Mix(_state), bound, out _);
        }

        public static ulong Mixed(ulong value) => Mix(value + 0x9E3779B97F4A7C15);

        private static ulong Mix(ulong z)
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
