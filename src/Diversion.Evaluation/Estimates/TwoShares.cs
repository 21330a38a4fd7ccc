namespace Diversion.Evaluation.Estimates;

/// <summary>Whether two shares differ by more than chance.</summary>
/// <remarks>
/// The score test: z = (p₁ − p₂) ÷ √(p̄(1−p̄)(1/n₁ + 1/n₂)), Pearson's chi-squared without continuity correction. It
/// holds its level from some five expected people in each cell.
/// </remarks>
public static class TwoShares
{
    /// <returns>z and its two-sided probability; z = 0 and p = 1 when all or none did.</returns>
    public static (double Z, double P) Test(Proportion first, Proportion second)
    {
        var together = (double)(first.Count + second.Count) / (first.Of + second.Of);
        var error = Math.Sqrt(together * (1 - together) * ((1.0 / first.Of) + (1.0 / second.Of)));
        var z = error > 0 ? (first.Value - second.Value) / error : 0;
        return (z, Confidence.TwoSided(z));
    }
}
