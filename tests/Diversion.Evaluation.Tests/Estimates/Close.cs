using Diversion.Evaluation.Estimates;

namespace Diversion.Evaluation.Tests.Estimates;

/// <summary>Comparison with published values, to the decimals in which they were published.</summary>
internal static class Close
{
    public static void To(double value, double lower, double upper, Estimate? estimate, int decimals = 4)
    {
        Assert.NotNull(estimate);
        // Half a unit of the last decimal, for values up to 1; the same share of larger ones.
        Assert.Equal(value, estimate.Value.Value, Half(value, decimals));
        Assert.Equal(lower, estimate.Value.Interval.Lower, Half(lower, decimals));
        Assert.Equal(upper, estimate.Value.Interval.Upper, Half(upper, decimals));
    }

    private static double Half(double value, int decimals) => 0.51 * Math.Pow(10, -decimals) * Math.Max(1, Math.Abs(value));

    public static void HoldsItself(Estimate? estimate)
    {
        if (estimate is { } one)
        {
            Assert.True(one.Interval.Holds(one.Value), $"{one}");
        }
    }
}
