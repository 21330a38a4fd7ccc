using MathNet.Numerics.Distributions;

namespace Diversion.Evaluation.Estimates;

/// <summary>How many people a trial of two arms of equal size needs, and what it can find.</summary>
/// <remarks>
/// n an arm = (z₁₋α/₂ √(2p̄(1−p̄)) + z₁₋β √(p₁(1−p₁) + p₂(1−p₂)))² ÷ (p₁ − p₂)². Fleiss, Levin and Paik 2003, Statistical
/// Methods for Rates and Proportions, section 4.1, without continuity correction.
/// </remarks>
public static class SampleSize
{
    public const double UsualAlpha = 0.05;

    public const double UsualPower = 0.8;

    /// <returns>People an arm, not rounded; round up.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share is not between 0 and 1, or both are the same.</exception>
    public static double PerArm(double first, double second, double power = UsualPower, double alpha = UsualAlpha)
    {
        Check(first, second, alpha);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(power, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(power, 1);
        if (first == second)
        {
            throw new ArgumentOutOfRangeException(nameof(second), second, "No number of people shows a difference that is not there. Give two different shares.");
        }

        var (under, between) = Spread(first, second);
        return Math.Pow((Quantile(1 - (alpha / 2)) * under) + (Quantile(power) * between), 2) / Math.Pow(first - second, 2);
    }

    /// <summary>People an arm to allocate, when some will be lost.</summary>
    /// <param name="lost">Share lost to follow-up, from 0 to below 1.</param>
    public static int PerArmWithLoss(double first, double second, double lost, double power = UsualPower, double alpha = UsualAlpha)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lost);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lost, 1);
        return (int)Math.Ceiling(PerArm(first, second, power, alpha) / (1 - lost));
    }

    /// <returns>The chance that a trial with that many people an arm finds the difference.</returns>
    public static double Power(double first, double second, double perArm, double alpha = UsualAlpha)
    {
        Check(first, second, alpha);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perArm);
        var (under, between) = Spread(first, second);
        return Normal.CDF(0, 1, ((Math.Abs(first - second) * Math.Sqrt(perArm)) - (Quantile(1 - (alpha / 2)) * under)) / between);
    }

    private static (double Under, double Between) Spread(double first, double second)
    {
        var middle = (first + second) / 2;
        return (Math.Sqrt(2 * middle * (1 - middle)), Math.Sqrt((first * (1 - first)) + (second * (1 - second))));
    }

    private static double Quantile(double share) => Normal.InvCDF(0, 1, share);

    private static void Check(double first, double second, double alpha)
    {
        foreach (var share in new[] { first, second, alpha })
        {
            if (share is not (> 0 and < 1))
            {
                throw new ArgumentOutOfRangeException(nameof(first), share, "Give shares between 0 and 1, such as 0.48.");
            }
        }
    }
}
