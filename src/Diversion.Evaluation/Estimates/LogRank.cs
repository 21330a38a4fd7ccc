using MathNet.Numerics.LinearAlgebra;

namespace Diversion.Evaluation.Estimates;

/// <summary>Whether groups differ in their time to an event.</summary>
/// <param name="Observed">Events of each group.</param>
/// <param name="Expected">Events that each group would have had if there were no difference.</param>
/// <param name="DegreesOfFreedom">Groups with anybody at risk, less one.</param>
public sealed record LogRank(ImmutableArray<double> Observed, ImmutableArray<double> Expected, double ChiSquared, int DegreesOfFreedom, double P)
{
    /// <summary>For two groups: the sign says whether the first had more events than expected.</summary>
    public double Z => Math.Sign(Observed[0] - Expected[0]) * Math.Sqrt(ChiSquared);

    /// <remarks>
    /// (O − E)ᵀ V⁻¹ (O − E), with the hypergeometric covariance at each time of an event: Mantel 1966, Cancer Chemotherapy
    /// Reports 50:163; Peto and Peto 1972.
    /// </remarks>
    /// <exception cref="ArgumentException">Fewer than two groups.</exception>
    public static LogRank Of(params IReadOnlyList<IReadOnlyCollection<Observation>> groups)
    {
        if (groups.Count < 2)
        {
            throw new ArgumentException("A log-rank test compares at least two groups.", nameof(groups));
        }

        var k = groups.Count;
        var (observed, expected, covariance) = (new double[k], new double[k], new double[k, k]);
        var all = groups.SelectMany((group, index) => group.Select(one => (one.Time, one.IsEvent, Group: index))).ToArray();
        Array.Sort(Array.ConvertAll(all, one => one.Time), all);
        var atRisk = groups.Select(group => (double)group.Count).ToArray();
        for (var i = 0; i < all.Length;)
        {
            var (first, n, time) = (i, (double)(all.Length - i), all[i].Time);
            var events = 0.0;
            for (; i < all.Length && all[i].Time == time; i++)
            {
                events += all[i].IsEvent ? 1 : 0;
                observed[all[i].Group] += all[i].IsEvent ? 1 : 0;
            }

            if (events > 0)
            {
                Add(atRisk, n, events, expected, covariance);
            }

            for (var gone = first; gone < i; gone++)
            {
                atRisk[all[gone].Group]--;
            }
        }

        return Test(observed, expected, covariance);
    }

    private static void Add(double[] atRisk, double n, double events, double[] expected, double[,] covariance)
    {
        var spread = n > 1 ? events * (n - events) / (n - 1) : 0;
        for (var g = 0; g < atRisk.Length; g++)
        {
            var share = atRisk[g] / n;
            expected[g] += events * share;
            for (var h = 0; h < atRisk.Length; h++)
            {
                covariance[g, h] += spread * share * ((g == h ? 1 : 0) - (atRisk[h] / n));
            }
        }
    }

    private static LogRank Test(double[] observed, double[] expected, double[,] covariance)
    {
        // The differences of all groups add up to 0, so one group is left out; so are groups that were never at risk.
        var used = Enumerable.Range(0, observed.Length).Where(g => covariance[g, g] > 0).SkipLast(1).ToArray();
        var chi = 0.0;
        if (used.Length > 0)
        {
            var difference = Vector<double>.Build.Dense(used.Length, i => observed[used[i]] - expected[used[i]]);
            var variance = Matrix<double>.Build.Dense(used.Length, used.Length, (i, j) => covariance[used[i], used[j]]);
            chi = difference * variance.Solve(difference);
        }

        return new([.. observed], [.. expected], chi, used.Length, used.Length == 0 ? 1 : Confidence.UpperTail(chi, used.Length));
    }
}
