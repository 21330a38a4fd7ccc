using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.Tests.Trial;
using Diversion.Evaluation.Trial;

namespace Diversion.Evaluation.Tests.Estimates;

/// <summary>Trials without an effect must find one in 5 of 100, through the allocation that real trials use.</summary>
public sealed class NoEffectTests
{
    private const int Trials = 10_000;
    private const int People = 400;

    [Fact]
    public void Trials_of_no_effect_reject_at_five_in_a_hundred()
    {
        var (shares, curves, intervals) = (0, 0, 0);
        Parallel.For(0, Trials, trial =>
        {
            // Chance of the test alone: a generator with a seed, so that each run is the same.
            var random = new MathNet.Numerics.Random.Xoshiro256StarStar(trial + 1);
            var arms = new AllocationSequence(Plans.Usual, Plans.Seed(trial), Plans.SomeStratum).Take(People);
            var outcomes = arms.Select(arm => (arm, Time: -Math.Log(1 - random.NextDouble()) / 0.6)).ToArray();
            var groups = new[] { "programme", "control" }.Select(arm => outcomes.Where(one => one.arm == arm).Select(one => new Observation(Math.Min(one.Time, 1), one.Time <= 1)).ToArray()).ToArray();
            var (one, two) = (Share(groups[0]), Share(groups[1]));

            Add(ref shares, TwoShares.Test(one, two).P < 0.05);
            Add(ref curves, LogRank.Of(groups[0], groups[1]).P < 0.05);
            Add(ref intervals, !RiskDifference.Newcombe(one, two)!.Value.Interval.Holds(0));
        });

        // 500 of 10,000 expected; 3.3 standard errors of the binomial are 72. Shares of whole people add a little.
        Assert.InRange(shares, 500 - 80, 500 + 80);
        Assert.InRange(curves, 500 - 80, 500 + 80);
        Assert.InRange(intervals, 500 - 80, 500 + 80);
    }

    private static void Add(ref int count, bool rejected)
    {
        if (rejected)
        {
            Interlocked.Increment(ref count);
        }
    }

    private static Proportion Share(Observation[] group) => new(group.Count(one => one.IsEvent), group.Length);
}
