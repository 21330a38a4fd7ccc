using MathNet.Numerics.Distributions;

namespace Diversion.Evaluation.Estimates;

/// <summary>Confidence levels and their quantiles.</summary>
public static class Confidence
{
    /// <summary>The level of every interval that does not say another.</summary>
    public const double Usual = 0.95;

    /// <summary>The standard normal quantile for a two-sided interval: 1.96 for 95%.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static double Z(double level)
    {
        if (level is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level is between 0 and 1, such as 0.95.");
        }

        return Normal.InvCDF(0, 1, (1 + level) / 2);
    }

    /// <summary>Probability of a standard normal value at least this far from 0, on either side.</summary>
    public static double TwoSided(double z) => 2 * Normal.CDF(0, 1, -Math.Abs(z));

    /// <summary>Probability of a chi-squared value of at least this size.</summary>
    /// <param name="df">Degrees of freedom.</param>
    public static double UpperTail(double chiSquared, int df) => chiSquared <= 0 ? 1 : MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(df / 2.0, chiSquared / 2);
}
