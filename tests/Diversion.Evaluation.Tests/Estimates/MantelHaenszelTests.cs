using Diversion.Evaluation.Estimates;
using FsCheck.Xunit;

namespace Diversion.Evaluation.Tests.Estimates;

[Properties(MaxTest = 300, QuietOnSuccess = true)]
public sealed class MantelHaenszelTests
{
    /// <summary>Admissions to Berkeley in 1973 by department, men and women: Bickel and others 1975, Science 187:398.</summary>
    private static readonly TwoByTwo[] Berkeley =
    [
        new("A", new(512, 825), new(89, 108)), new("B", new(353, 560), new(17, 25)), new("C", new(120, 325), new(202, 593)),
        new("D", new(138, 417), new(131, 375)), new("E", new(53, 191), new(94, 393)), new("F", new(22, 373), new(24, 341)),
    ];

    [Fact]
    public void Berkeley_as_R_gives_it()
    {
        // R 4, mantelhaen.test(UCBAdmissions, correct = FALSE).
        var result = MantelHaenszel.Of(Berkeley)!;

        Close.To(0.9046968, 0.7719074, 1.0603298, result.Odds, 6);
        Assert.Equal(1.5246, result.ChiSquared, 4);
        Assert.Equal(0.2169, result.P, 4);
        Assert.Equal(6, result.Strata);
    }

    [Fact]
    public void One_stratum_gives_the_plain_estimates()
    {
        var result = MantelHaenszel.Of([new("all", new(35, 100), new(48, 100))])!;

        Assert.Equal(-0.13, result.Difference.Value, 12);
        Close.To(0.7292, 0.5210, 1.0204, result.Ratio);
        Assert.Equal(35 * 52 / (48.0 * 65), result.Odds!.Value.Value, 12);
        // With one stratum the variance of Sato is the unpooled one: (p₁q₁/n₁ + p₂q₂/n₂).
        Assert.Equal(1.959964 * Math.Sqrt(((0.35 * 0.65) + (0.48 * 0.52)) / 100), result.Difference.Interval.Upper - result.Difference.Value, 5);
    }

    [Fact]
    public void A_stratum_with_one_group_only_changes_nothing()
    {
        TwoByTwo[] more = [.. Berkeley, new("G", new(5, 9), new(0, 0))];

        Assert.Equal(MantelHaenszel.Of(Berkeley), MantelHaenszel.Of(more));
        Assert.Null(MantelHaenszel.Of([new("G", new(5, 9), new(0, 0))]));
    }

    [Property]
    public void Relabelling_flips_and_intervals_hold((byte A, byte N, byte B, byte M)[] cells)
    {
        var strata = cells.Select((cell, i) => new TwoByTwo($"{i}", new(cell.A % (cell.N + 1), cell.N), new(cell.B % (cell.M + 1), cell.M))).ToArray();
        var result = MantelHaenszel.Of(strata);
        var flipped = MantelHaenszel.Of(strata.Select(one => new TwoByTwo(one.Stratum, one.Second, one.First)));
        if (result is null)
        {
            Assert.Null(flipped);
            return;
        }

        Close.HoldsItself(result.Difference);
        Close.HoldsItself(result.Ratio);
        Close.HoldsItself(result.Odds);
        Close.To(-result.Difference.Value, -result.Difference.Interval.Upper, -result.Difference.Interval.Lower, flipped!.Difference, 9);
        Assert.Equal(result.ChiSquared, flipped.ChiSquared, 1e-6);
        if (result.Ratio is { } ratio)
        {
            Assert.Equal(1, ratio.Value * flipped.Ratio!.Value.Value, 1e-9);
        }
    }
}
