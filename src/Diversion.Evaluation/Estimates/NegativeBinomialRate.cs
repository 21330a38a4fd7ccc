using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace Diversion.Evaluation.Estimates;

/// <summary>Events a person, when people differ in how often they offend: counts vary more than Poisson's.</summary>
/// <param name="Mean">Events a person.</param>
/// <param name="Dispersion">k: variance = m + m²/k. The smaller, the more people differ.</param>
public sealed record NegativeBinomialRate(Estimate Mean, double Dispersion)
{
    private const double LargestDispersion = 1e6;

    /// <returns>Null when the counts vary no more than Poisson's, so that no k fits, or there is no event.</returns>
    /// <remarks>
    /// k by maximum likelihood: Σ over j of (people with more than j events)/(k + j) = n ln(1 + m/k). Bliss and Fisher
    /// 1953, Biometrics 9:176. The interval is on the logarithm of the mean, with standard error √((1/m + 1/k)/n).
    /// </remarks>
    public static NegativeBinomialRate? Fit(CountSummary counts, double level = Confidence.Usual)
    {
        var (n, m) = (counts.People, counts.Mean);
        if (n < 2 || counts.Events == 0 || counts.Variance * (n - 1) / n <= m)
        {
            return null;
        }

        if (!Brent.TryFindRoot(logK => Score(counts, Math.Exp(logK)), Math.Log(1e-6), Math.Log(LargestDispersion), 1e-12, 500, out var root))
        {
            return null;
        }

        var k = Math.Exp(root);
        var error = Math.Sqrt(((1 / m) + (1 / k)) / n);
        var z = Confidence.Z(level);
        return new(new Estimate(m, m * Math.Exp(-z * error), m * Math.Exp(z * error)), k);
    }

    private static double Score(CountSummary counts, double k)
    {
        // The sum over j of 1/(k+j) for one person with x events is ψ(k + x) − ψ(k).
        var sum = counts.Table.Sum(row => row.People * (SpecialFunctions.DiGamma(k + row.Count) - SpecialFunctions.DiGamma(k)));
        return k * (sum - (counts.People * Math.Log(1 + (counts.Mean / k))));
    }
}
