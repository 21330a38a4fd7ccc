using MathNet.Numerics;

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

    /// <summary>From so many people on, those with the same value are drawn together if on average so many are alike.</summary>
    private const int ManyPeople = 5_000;
    private const int ManyAlike = 50;

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

    /// <summary>Whether an interval would change with the order of the values.</summary>
    internal static bool DependsOnOrder(double[] values) => values.Length < ManyPeople || Distinct(values) is null;

    /// <summary>Each resample has a stream of its own, so they can be drawn in parallel and come out the same.</summary>
    private static double[] Means(double[] values, ulong seed, int resamples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        var means = new double[resamples];
        if (values.Length >= ManyPeople && Distinct(values) is { } distinct)
        {
            Parallel.For(0, resamples, index => means[index] = MeanOfCounts(distinct, values.Length, new Stream(seed, (ulong)index)));
            return means;
        }

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

    /// <returns>Each value and how many have it, in the order of the values; null when too many differ to gain anything.</returns>
    private static (double Value, int Count)[]? Distinct(double[] values)
    {
        var counts = new SortedDictionary<double, int>();
        foreach (var value in values)
        {
            counts[value] = counts.GetValueOrDefault(value) + 1;
            if (counts.Count > values.Length / ManyAlike)
            {
                return null;
            }
        }

        return [.. counts.Select(pair => (pair.Key, pair.Value))];
    }

    /// <summary>
    /// How often each value comes in a resample, one binomial after another: the same distribution as drawing person by
    /// person, in a time that grows with its root.
    /// </summary>
    private static double MeanOfCounts((double Value, int Count)[] distinct, int people, Stream stream)
    {
        var (sum, left, of) = (0.0, people, people);
        foreach (var (value, count) in distinct)
        {
            var drawn = count == of ? left : Binomial(left, (double)count / of, stream.Uniform());
            sum += value * drawn;
            (left, of) = (left - drawn, of - count);
        }

        return sum / people;
    }

    /// <summary>By inversion, outwards from the most likely number: exact but for rounding.</summary>
    private static int Binomial(int trials, double chance, double uniform)
    {
        if (trials == 0 || chance <= 0)
        {
            return 0;
        }

        var mode = Math.Min(trials, (int)((trials + 1) * chance));
        var odds = chance / (1 - chance);
        var most = Math.Exp(SpecialFunctions.BinomialLn(trials, mode) + (mode * Math.Log(chance)) + ((trials - mode) * Math.Log(1 - chance)));
        var (left, below, above) = (uniform - most, most, most);
        for (var step = 1; left > 0 && (mode - step >= 0 || mode + step <= trials); step++)
        {
            if (mode + step <= trials)
            {
                above *= odds * (trials - mode - step + 1) / (mode + step);
                left -= above;
                if (left <= 0)
                {
                    return mode + step;
                }
            }

            if (mode - step >= 0)
            {
                below *= (mode - step + 1) / (odds * (trials - mode + step));
                left -= below;
                if (left <= 0)
                {
                    return mode - step;
                }
            }
        }

        return mode;
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

        /// <summary>From 0 to below 1, in steps of 2⁻⁵³.</summary>
        public double Uniform()
        {
            _state += 0x9E3779B97F4A7C15;
            return (Mix(_state) >> 11) * (1.0 / (1UL << 53));
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
