using Diversion.Evaluation.Estimates;

namespace Diversion.Evaluation.Tests.Estimates;

public sealed class HeterogeneityTests
{
    [Fact]
    public void The_interaction_of_Altman_and_Bland()
    {
        // BMJ 2003;326:219: 0.67 (0.46 to 0.98) and 0.88 (0.71 to 1.08), z = -1.24, P = 0.2.
        var test = Heterogeneity.Of([new(0.67, 0.46, 0.98), new(0.88, 0.71, 1.08)])!;

        Assert.Equal(1.24, Math.Sqrt(test.ChiSquared), 2);
        Assert.Equal(0.2, test.P, 1);
        Assert.Equal(1, test.DegreesOfFreedom);
    }

    [Fact]
    public void Equal_ratios_do_not_differ_and_those_without_an_interval_are_left_out()
    {
        var one = new Estimate(0.7, 0.5, 0.98);

        Assert.Equal(0, Heterogeneity.Of([one, one, one])!.ChiSquared, 12);
        Assert.Equal(1, Heterogeneity.Of([one, one, one])!.P, 12);
        Assert.Null(Heterogeneity.Of([one, new(0, 0, 3), new(double.PositiveInfinity, 1, double.PositiveInfinity)]));
    }
}
