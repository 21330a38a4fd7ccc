namespace Diversion.Evaluation.Estimates;

/// <summary>How many more of the one group than of the other: an absolute difference, from −1 to 1.</summary>
public static class RiskDifference
{
    /// <returns>p₁ − p₂ with Newcombe's hybrid score interval; null when a group is empty.</returns>
    /// <remarks>
    /// Lower end: d − √((p₁−l₁)² + (u₂−p₂)²), upper end: d + √((u₁−p₁)² + (p₂−l₂)²), where l and u are Wilson's limits.
    /// Newcombe 1998, Statistics in Medicine 17:873, method 10.
    /// </remarks>
    public static Estimate? Newcombe(Proportion first, Proportion second, double level = Confidence.Usual)
    {
        if (first.Wilson(level) is not { } one || second.Wilson(level) is not { } two)
        {
            return null;
        }

        var difference = one.Value - two.Value;
        return new(
            difference,
            difference - Length(one.Value - one.Interval.Lower, two.Interval.Upper - two.Value),
            difference + Length(one.Interval.Upper - one.Value, two.Value - two.Interval.Lower));
    }

    private static double Length(double x, double y) => Math.Sqrt((x * x) + (y * y));
}
