namespace Diversion.Evaluation.Estimates;

/// <summary>
/// A difference of two groups over strata: within each, then weighted together, so that strata of different risk can't
/// make a difference. With w = n₁n₂/N of each stratum.
/// </summary>
/// <param name="Difference">Σ w(p₁ − p₂) ÷ Σ w; variance after Sato 1989, Biometrics 45:1323.</param>
/// <param name="Ratio">Σ a n₂/N ÷ Σ b n₁/N; variance after Greenland and Robins 1985, Biometrics 41:55. Null with no case in a group.</param>
/// <param name="Odds">Σ ad/N ÷ Σ bc/N; variance after Robins, Breslow and Greenland 1986, Biometrics 42:311. Null when a sum is 0.</param>
/// <param name="ChiSquared">Of Cochran, Mantel and Haenszel, 1 degree of freedom, without continuity correction.</param>
/// <param name="Strata">Strata with people in both groups; the others say nothing about a difference.</param>
public sealed record MantelHaenszel(Estimate Difference, Estimate? Ratio, Estimate? Odds, double ChiSquared, double P, int Strata)
{
    /// <returns>Null when no stratum has people in both groups.</returns>
    public static MantelHaenszel? Of(IEnumerable<TwoByTwo> strata, double level = Confidence.Usual)
    {
        var used = strata.Where(one => one.First.Of > 0 && one.Second.Of > 0).Select(one => new Cells(one)).ToArray();
        if (used.Length == 0)
        {
            return null;
        }

        var z = Confidence.Z(level);
        var chi = ChiSquare(used);
        return new(DifferenceOf(used, z), RatioOf(used, z), OddsOf(used, z), chi, Confidence.UpperTail(chi, 1), used.Length);
    }

    private static Estimate DifferenceOf(Cells[] strata, double z)
    {
        var weight = strata.Sum(s => s.N1 * s.N2 / s.N);
        var value = strata.Sum(s => ((s.A * s.N2) - (s.B * s.N1)) / s.N) / weight;
        var p = strata.Sum(s => ((s.N1 * s.N1 * s.B) - (s.N2 * s.N2 * s.A) + (s.N1 * s.N2 * (s.N2 - s.N1) / 2)) / (s.N * s.N));
        var q = strata.Sum(s => ((s.A * (s.N2 - s.B)) + (s.B * (s.N1 - s.A))) / (2 * s.N));
        var error = Math.Sqrt(Math.Max(0, (value * p) + q)) / weight;
        return new(value, Math.Max(-1, value - (z * error)), Math.Min(1, value + (z * error)));
    }

    private static Estimate? RatioOf(Cells[] strata, double z)
    {
        var (r, s) = (strata.Sum(one => one.A * one.N2 / one.N), strata.Sum(one => one.B * one.N1 / one.N));
        if (r == 0 || s == 0)
        {
            return null;
        }

        var p = strata.Sum(one => ((one.N1 * one.N2 * (one.A + one.B)) - (one.A * one.B * one.N)) / (one.N * one.N));
        return OnLog(r / s, Math.Sqrt(Math.Max(0, p / (r * s))), z);
    }

    private static Estimate? OddsOf(Cells[] strata, double z)
    {
        var (r, s) = (strata.Sum(one => one.R), strata.Sum(one => one.S));
        if (r == 0 || s == 0)
        {
            return null;
        }

        var variance = (strata.Sum(one => one.P * one.R) / (2 * r * r))
            + (strata.Sum(one => (one.P * one.S) + (one.Q * one.R)) / (2 * r * s))
            + (strata.Sum(one => one.Q * one.S) / (2 * s * s));
        return OnLog(r / s, Math.Sqrt(variance), z);
    }

    private static double ChiSquare(Cells[] strata)
    {
        var difference = strata.Sum(s => s.A - (s.N1 * s.Cases / s.N));
        var variance = strata.Where(s => s.N > 1).Sum(s => s.N1 * s.N2 * s.Cases * (s.N - s.Cases) / (s.N * s.N * (s.N - 1)));
        return variance == 0 ? 0 : difference * difference / variance;
    }

    private static Estimate OnLog(double value, double error, double z) => new(value, value * Math.Exp(-z * error), value * Math.Exp(z * error));

    private sealed class Cells(TwoByTwo stratum)
    {
        public double A { get; } = stratum.First.Count;

        public double B { get; } = stratum.Second.Count;

        public double N1 { get; } = stratum.First.Of;

        public double N2 { get; } = stratum.Second.Of;

        public double N => N1 + N2;

        public double Cases => A + B;

        public double P => (A + N2 - B) / N;

        public double Q => (B + N1 - A) / N;

        public double R => A * (N2 - B) / N;

        public double S => B * (N1 - A) / N;
    }
}
