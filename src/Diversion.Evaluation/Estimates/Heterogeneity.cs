namespace Diversion.Evaluation.Estimates;

/// <summary>
/// Whether ratios of subgroups differ from each other by more than chance. Two intervals, one with 1 and one without, say
/// nothing about that.
/// </summary>
/// <param name="DegreesOfFreedom">Subgroups with a finite ratio and interval, less one.</param>
public sealed record Heterogeneity(double ChiSquared, int DegreesOfFreedom, double P)
{
    /// <param name="ratios">With intervals that are symmetric on the logarithm, such as Katz's.</param>
    /// <param name="level">Of those intervals.</param>
    /// <returns>Null when fewer than two subgroups can be compared.</returns>
    /// <remarks>
    /// Q = Σ (θ − θ̄)²/v on the logarithms, θ̄ weighted by 1/v: Cochran 1954, Biometrics 10:101. For two subgroups it is the
    /// square of Altman and Bland's z for an interaction (2003, BMJ 326:219).
    /// </remarks>
    public static Heterogeneity? Of(IEnumerable<Estimate> ratios, double level = Confidence.Usual)
    {
        var z = Confidence.Z(level);
        var logs = ratios.Where(one => one.Interval.Lower > 0 && double.IsFinite(one.Interval.Upper) && one.Interval.Upper > one.Interval.Lower)
            .Select(one => (Log: Math.Log(one.Value), Weight: Math.Pow(2 * z / Math.Log(one.Interval.Upper / one.Interval.Lower), 2))).ToArray();
        if (logs.Length < 2)
        {
            return null;
        }

        var mean = logs.Sum(one => one.Log * one.Weight) / logs.Sum(one => one.Weight);
        var q = logs.Sum(one => one.Weight * Math.Pow(one.Log - mean, 2));
        return new(q, logs.Length - 1, Confidence.UpperTail(q, logs.Length - 1));
    }
}
