using Diversion.Evaluation.Estimates;
using FsCheck;
using FsCheck.Xunit;

namespace Diversion.Evaluation.Tests.Estimates;

/// <summary>Published values: Newcombe 1998 unless another source is named.</summary>
[Properties(MaxTest = 500, QuietOnSuccess = true)]
public sealed class ShareTests
{
    [Fact]
    public void Wilson_of_Newcombes_examples()
    {
        Close.To(0.8, 0.6918, 0.8770, new Proportion(56, 70).Wilson());
        Close.To(0.6, 0.4905, 0.7004, new Proportion(48, 80).Wilson());
        // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
        Close.To(81 / 263.0, 0.2553, 0.3662, new Proportion(81, 263).Wilson());
        Close.To(15 / 148.0, 0.0624, 0.1605, new Proportion(15, 148).Wilson());
        Close.To(0, 0, 0.1611, new Proportion(0, 20).Wilson());
        Close.To(1 / 29.0, 0.0061, 0.1718, new Proportion(1, 29).Wilson());
    }

    [Fact]
    public void Newcombes_hybrid_score_difference()
    {
        // Statistics in Medicine 17:873, table II, method 10.
        Close.To(0.2, 0.0524, 0.3339, RiskDifference.Newcombe(new(56, 70), new(48, 80)));
        Close.To(0.6, 0.1705, 0.8090, RiskDifference.Newcombe(new(9, 10), new(3, 10)));
        Close.To(4 / 7.0, 0.0582, 0.8062, RiskDifference.Newcombe(new(6, 7), new(2, 7)));
        Close.To(5 / 56.0, -0.0381, 0.1926, RiskDifference.Newcombe(new(5, 56), new(0, 29)));
        Close.To(0, -0.1611, 0.2775, RiskDifference.Newcombe(new(0, 10), new(0, 20)));
        Close.To(1, 0.6791, 1, RiskDifference.Newcombe(new(10, 10), new(0, 20)));
        Close.To(1, 0.6075, 1, RiskDifference.Newcombe(new(10, 10), new(0, 10)));
    }

    [Fact]
    public void Relative_risk_of_35_in_100_and_48_in_100() => Close.To(0.7292, 0.5210, 1.0204, RelativeRisk.Katz(new(35, 100), new(48, 100)));

    [Fact]
    public void Relative_risk_without_cases()
    {
        Assert.Null(RelativeRisk.Katz(new(0, 10), new(0, 12)));
        Assert.Null(RelativeRisk.Katz(new(0, 0), new(1, 12)));
        var none = RelativeRisk.Katz(new(0, 10), new(5, 12))!.Value;
        Assert.Equal((0, 0), (none.Value, none.Interval.Lower));
        Assert.InRange(none.Interval.Upper, 0.1, 2);
        var only = RelativeRisk.Katz(new(5, 12), new(0, 10))!.Value;
        Assert.Equal(double.PositiveInfinity, only.Value);
        Assert.Equal(1 / none.Interval.Upper, only.Interval.Lower, 9);
    }

    [Property]
    public void Intervals_hold_their_estimates_and_relabelling_flips_them(NonNegativeInt a, NonNegativeInt n, NonNegativeInt b, NonNegativeInt m)
    {
        var (one, two) = (new Proportion(a.Get % (n.Get + 1), n.Get), new Proportion(b.Get % (m.Get + 1), m.Get));

        Close.HoldsItself(one.Wilson());
        var (difference, flipped) = (RiskDifference.Newcombe(one, two), RiskDifference.Newcombe(two, one));
        Close.HoldsItself(difference);
        if (difference is { } d)
        {
            Close.To(-d.Value, -d.Interval.Upper, -d.Interval.Lower, flipped, 12);
            Assert.InRange(d.Interval.Lower, -1, 1);
            Assert.InRange(d.Interval.Upper, -1, 1);
            var (needed, other) = (NumberNeeded.From(d), NumberNeeded.From(flipped!.Value));
            Assert.Equal(needed.Value, other.Value);
            Assert.True(d.Value == 0 || needed.Benefit != other.Benefit);
            Assert.True(needed.Near <= needed.Value && needed.Value <= needed.Far);
        }

        var (ratio, inverse) = (RelativeRisk.Katz(one, two), RelativeRisk.Katz(two, one));
        Close.HoldsItself(ratio);
        if (ratio is { Value: > 0 and < double.PositiveInfinity } r)
        {
            Close.To(1 / r.Value, 1 / r.Interval.Upper, 1 / r.Interval.Lower, inverse, 4);
        }
    }

    [Property]
    public void More_people_of_the_same_share_make_a_narrower_interval(PositiveInt count, PositiveInt others)
    {
        var (small, large) = (new Proportion(count.Get, count.Get + others.Get).Wilson()!.Value, new Proportion(count.Get * 4, (count.Get + others.Get) * 4).Wilson()!.Value);

        Assert.True(large.Interval.Upper - large.Interval.Lower < small.Interval.Upper - small.Interval.Lower);
    }

    [Fact]
    public void Number_needed_goes_through_infinity_when_no_difference_is_possible()
    {
        // Altman 1998: a difference of 12.5 points (2.5 to 22.5 here) needs 8 (4.4 to 40).
        var benefit = NumberNeeded.From(new Estimate(-0.125, -0.225, -0.025));
        Assert.Equal((8, true, 40.0), (benefit.Value, benefit.Benefit, Math.Round(benefit.Far, 6)));
        Assert.Equal(4.444, benefit.Near, 3);
        Assert.Null(benefit.OtherWay);

        var unsure = NumberNeeded.From(new Estimate(-0.1, -0.25, 0.05));
        Assert.Equal((10, true, 4, double.PositiveInfinity), (unsure.Value, unsure.Benefit, unsure.Near, unsure.Far));
        Assert.Equal(20, unsure.OtherWay!.Value, 9);

        var harm = NumberNeeded.From(new Estimate(0.1, 0.05, 0.2));
        Assert.Equal((false, 5.0, 20.0), (harm.Benefit, harm.Near, harm.Far));
    }

    [Fact]
    public void A_share_of_more_than_there_were_is_a_bug()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Proportion(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Proportion(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Confidence.Z(95));
    }

    [Fact]
    public void Score_test_of_two_shares()
    {
        // Pearson's chi-squared of 35/100 and 48/100 by hand: 200 (35·52 − 65·48)² ÷ (100·100·83·117).
        var (z, p) = TwoShares.Test(new(35, 100), new(48, 100));

        Assert.Equal(200 * Math.Pow((35 * 52) - (65 * 48), 2) / (100.0 * 100 * 83 * 117), z * z, 9);
        Assert.Equal(0.0621, p, 4);
        Assert.Equal((0, 1), TwoShares.Test(new(0, 5), new(0, 5)));
        Assert.Equal(-z, TwoShares.Test(new(48, 100), new(35, 100)).Z, 12);
    }
}
