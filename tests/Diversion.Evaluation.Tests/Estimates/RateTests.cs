using Diversion.Evaluation.Estimates;
using FsCheck;
using FsCheck.Xunit;

namespace Diversion.Evaluation.Tests.Estimates;

[Properties(MaxTest = 300, QuietOnSuccess = true)]
public sealed class RateTests
{
    /// <summary>Red mites on 150 apple leaves: Bliss and Fisher 1953, Biometrics 9:176.</summary>
    private static readonly CountSummary Mites = Counts(70, 38, 17, 10, 9, 3, 2, 1);

    [Fact]
    public void Garwoods_interval()
    {
        // Garwood 1936, table: 95% limits of a Poisson mean.
        Close.To(0, 0, 3.6889, PoissonRate.Garwood(0, 1));
        Close.To(1, 0.0253, 5.5716, PoissonRate.Garwood(1, 1));
        Close.To(10, 4.7954, 18.3904, PoissonRate.Garwood(10, 1));
        Close.To(0.5, 0.2398, 0.9195, PoissonRate.Garwood(10, 20));
    }

    [Fact]
    public void Negative_binomial_of_Bliss_and_Fisher()
    {
        var fit = NegativeBinomialRate.Fit(Mites)!;

        Assert.Equal(1.14667, fit.Mean.Value, 5);
        Assert.Equal(1.02459, fit.Dispersion, 4);
        Close.HoldsItself(fit.Mean);
    }

    [Fact]
    public void Counts_that_vary_more_than_chance_get_the_wider_interval_and_say_why()
    {
        var mites = EventsPerPerson.Of(Mites)!;
        var poisson = PoissonRate.Garwood(Mites.Events, Mites.People);

        Assert.False(mites.IsPoisson);
        Assert.StartsWith("Negative binomial: the counts vary 2.0 times as much", mites.Why, StringComparison.Ordinal);
        Assert.True(mites.Mean.Interval.Lower < poisson.Interval.Lower && mites.Mean.Interval.Upper > poisson.Interval.Upper);

        // Deaths by horse kick, Bortkiewicz 1898: the classic Poisson example (200 corps-years).
        var kicks = EventsPerPerson.Of(Counts(109, 65, 22, 3, 1))!;
        Assert.True(kicks.IsPoisson);
        Assert.Equal(0.61, kicks.Mean.Value, 12);
        Assert.Null(EventsPerPerson.Of(Counts()));
        Assert.Equal("Poisson: there was no event.", EventsPerPerson.Of(Counts(12))!.Why);
    }

    [Fact]
    public void The_rate_ratio_of_independent_events()
    {
        // Breslow and Day's conditional limits, checked by the binomial tails themselves below.
        var ratio = RateRatio.Exact(11, 100, 22, 100)!.Value;

        Assert.Equal(0.5, ratio.Value, 12);
        Assert.Equal(0.025, Tail(ratio.Interval.Lower, up: true), 6);
        Assert.Equal(0.025, Tail(ratio.Interval.Upper, up: false), 6);
        Assert.Null(RateRatio.Exact(0, 10, 0, 10));
        Assert.Equal(double.PositiveInfinity, RateRatio.Exact(3, 10, 0, 10)!.Value.Value);

        // Chance of at least (at most) 11 of 33 events in the first group when the true ratio is that end.
        static double Tail(double ratio, bool up)
        {
            var share = ratio / (1 + ratio);
            return Enumerable.Range(up ? 11 : 0, up ? 23 : 12).Sum(k => MathNet.Numerics.SpecialFunctions.Binomial(33, k) * Math.Pow(share, k) * Math.Pow(1 - share, 33 - k));
        }
    }

    [Property]
    public void Rates_and_ratios_hold_themselves_and_flip(NonNegativeInt a, PositiveInt s, NonNegativeInt b, PositiveInt t)
    {
        Close.HoldsItself(PoissonRate.Garwood(a.Get, s.Get));
        var (one, other) = (RateRatio.Exact(a.Get, s.Get, b.Get, t.Get), RateRatio.Exact(b.Get, t.Get, a.Get, s.Get));
        Close.HoldsItself(one);
        if (one is { Value: > 0 and < double.PositiveInfinity } ratio)
        {
            var inverse = other!.Value;
            Assert.Equal(1, ratio.Value * inverse.Value, 1e-9);
            Assert.Equal(1, ratio.Interval.Lower * inverse.Interval.Upper, 1e-4);
        }
    }

    [Property]
    public void The_mean_of_any_counts_is_held_by_its_interval(NonEmptyArray<byte> counts)
    {
        var summary = new CountSummary(counts.Get.Select(one => (int)one));

        Close.HoldsItself(EventsPerPerson.Of(summary)!.Mean);
        Assert.Equal(counts.Get.Average(one => (double)one), summary.Mean, 1e-9);
        Close.HoldsItself(RateRatio.OfCounts(summary, Mites));
    }

    [Fact]
    public void The_ratio_of_clustered_counts_is_wider_than_the_one_of_independent_events()
    {
        var fewer = Counts(90, 30, 15, 8, 4, 2, 1);

        var clustered = RateRatio.OfCounts(fewer, Mites)!.Value;
        var independent = RateRatio.Exact(fewer.Events, 150, Mites.Events, 150)!.Value;

        Assert.Equal(independent.Value, clustered.Value, 1e-9);
        Assert.True(clustered.Interval.Lower < independent.Interval.Lower && clustered.Interval.Upper > independent.Interval.Upper);
    }

    /// <summary>How many people have 0, 1, 2 ... events.</summary>
    private static CountSummary Counts(params int[] people) => new(people.SelectMany((many, count) => Enumerable.Repeat(count, many)));
}
