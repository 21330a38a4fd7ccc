using Diversion.Evaluation.Estimates;
using FsCheck;
using FsCheck.Xunit;

namespace Diversion.Evaluation.Tests.Estimates;

[Properties(MaxTest = 100, QuietOnSuccess = true)]
public sealed class OtherEstimateTests
{
    [Fact]
    public void Fleiss_kappa_of_fourteen_raters()
    {
        // Ten subjects, fourteen raters, five categories: the worked example of Wikipedia's article, κ = 0.210.
        int[][] verdicts =
        [
            [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
        ];

        var kappa = FleissKappa.Of(verdicts)!;

        Assert.Equal(0.210, kappa.Kappa.Value, 3);
        Assert.Equal(0.378, kappa.Agreement, 3);
        Assert.Equal(0.213, kappa.ByChance, 3);
        // Standard error 0.017, z 12.35 under no agreement (R, irr::kappam.fleiss gives z = 12.4 for the same table).
        Assert.Equal(0.0170, (kappa.Kappa.Interval.Upper - kappa.Kappa.Value) / 1.959964, 3);
    }

    [Fact]
    public void A_panel_that_always_agrees_has_kappa_one_and_one_that_has_one_verdict_has_none()
    {
        Assert.Equal(1, FleissKappa.Of([[3, 0], [0, 3]])!.Kappa.Value, 12);
        Assert.Equal(-1 / 3.0, FleissKappa.Of([[1, 2], [2, 1], [1, 2], [2, 1]])!.Kappa.Value, 12);
        Assert.Null(FleissKappa.Of([[3, 0], [3, 0]]));
        Assert.Throws<ArgumentException>(() => FleissKappa.Of([[3, 0], [2, 0]]));
        Assert.Throws<ArgumentException>(() => FleissKappa.Of([]));
    }

    [Fact]
    public void Sample_size_for_48_and_35_in_a_hundred()
    {
        var people = SampleSize.PerArm(0.48, 0.35);

        Assert.Equal(224.3, people, 1);
        Assert.Equal(225, SampleSize.PerArmWithLoss(0.48, 0.35, 0));
        Assert.Equal(250, SampleSize.PerArmWithLoss(0.48, 0.35, 0.1));
        Assert.Equal(0.8, SampleSize.Power(0.48, 0.35, people), 9);
        Assert.Equal(people, SampleSize.PerArm(0.35, 0.48), 9);
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.PerArm(0.48, 0.48));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.PerArm(48, 35));
    }

    [Property]
    public void Power_and_sample_size_are_each_others_inverse(PositiveInt a, PositiveInt b, PositiveInt p)
    {
        var (first, second, power) = (((a.Get % 98) + 1) / 100.0, ((b.Get % 98) + 1) / 100.0, (p.Get % 49 / 100.0) + 0.5);
        if (first != second)
        {
            Assert.Equal(power, SampleSize.Power(first, second, SampleSize.PerArm(first, second, power)), 7);
        }
    }

    [Property]
    public void A_bootstrap_is_the_same_again_and_holds_its_mean(NonEmptyArray<NormalFloat> values, int seed)
    {
        double[] harm = [.. values.Get.Select(one => Math.Abs(one.Get % 1_000))];

        var one = Bootstrap.Mean(harm, (ulong)seed, 300);

        Close.HoldsItself(one);
        Assert.Equal(one, Bootstrap.Mean(harm, (ulong)seed, 300));
    }

    [Fact]
    public void A_bootstrap_of_many_even_values_is_as_wide_as_theory_says()
    {
        // Uniform 0 to 99, 2,500 values: standard error 28.866 / 50 = 0.5773; 1.96 of them 1.1315; chance of 2,000 resamples 5%.
        double[] values = [.. Enumerable.Range(0, 2_500).Select(i => (double)(i % 100))];

        var mean = Bootstrap.Mean(values, 7)!.Value;

        Assert.Equal(49.5, mean.Value, 9);
        Assert.InRange(mean.Interval.Upper - mean.Value, 1.1315 * 0.93, 1.1315 * 1.07);
        Assert.InRange(mean.Value - mean.Interval.Lower, 1.1315 * 0.93, 1.1315 * 1.07);
        Assert.NotEqual(mean, Bootstrap.Mean(values, 8));
        var difference = Bootstrap.Difference(values, values, 7)!.Value;
        Assert.InRange(difference.Interval.Upper, 1.1315 * Math.Sqrt(2) * 0.93, 1.1315 * Math.Sqrt(2) * 1.07);
        Assert.Null(Bootstrap.Mean([], 7));
    }

    /// <summary>Of many people those with the same value are drawn together: the interval is that of the share.</summary>
    [Theory]
    [InlineData(0.02)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Of_many_people_the_bootstrap_of_a_share_has_the_width_that_the_share_has(double share)
    {
        const int people = 20_000;
        double[] values = [.. Enumerable.Range(0, people).Select(i => i < share * people ? 1.0 : 0.0)];
        var found = Bootstrap.Mean(values, 11)!.Value;
        var half = 1.959964 * Math.Sqrt(share * (1 - share) / people);
        Assert.Equal(share, found.Value, 9);
        Assert.InRange((found.Interval.Upper - found.Interval.Lower) / (2 * half), 0.93, 1.07);
        Assert.Equal(found, Bootstrap.Mean([.. values.Reverse()], 11));
    }

    [Fact]
    public void Drawing_alike_people_together_and_one_by_one_agree()
    {
        double[] few = [.. Enumerable.Range(0, 4_990).Select(i => (double)(i % 10 == 0 ? i % 7 * 20 : 0))];
        double[] many = [.. few, .. Enumerable.Repeat(0.0, 10)];
        var (one, other) = (Bootstrap.Mean(few, 5)!.Value, Bootstrap.Mean(many, 5)!.Value);
        Assert.InRange((other.Interval.Upper - other.Interval.Lower) / (one.Interval.Upper - one.Interval.Lower), 0.92, 1.08);
    }
}
