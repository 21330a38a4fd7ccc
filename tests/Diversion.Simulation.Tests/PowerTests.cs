using Diversion.Evaluation.Estimates;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.Planning;
using Diversion.Simulation.Power;

namespace Diversion.Simulation.Tests;

/// <summary>Simulated trials beside the truth that they were made from.</summary>
public sealed class PowerTests
{
    private static readonly Behaviour Shipped = Behaviour.Read(Behaviour.ShippedFile);

    [Fact]
    public void Trials_without_an_effect_find_one_in_5_of_100()
    {
        var result = Run(TrialOrder.Of(Shipped, trials: 1_000, people: 200) with { Programme = 0.48, Usual = 0.48 });

        Assert.Equal(0, result.Truth.Difference);
        Assert.Null(result.Formula);
        AssertShare(0.05, result.Rejected);
        AssertShare(0.95, result.Covered);
    }

    /// <summary>The shares that are counted are set to 48% and 35%: nobody refuses, everything is proven, and at once.</summary>
    [Fact]
    public void With_225_an_arm_48_against_35_in_100_is_found_by_8_trials_of_10()
    {
        var everything = Shipped.With(("reoffending.outOfCourt", 0), ("reoffending.daysToProof", 1));
        var result = Run(TrialOrder.Of(everything, trials: 600, people: 450) with { Usual = 0.48, Programme = 0.35, Signing = 1 });

        Assert.Equal(0.48, result.Truth.Control, 3);
        Assert.Equal(0.35, result.Truth.Programme, 3);
        Assert.InRange(result.Formula!.Value, 0.79, 0.81);
        AssertShare(0.8, result.Rejected);
        AssertShare(0.95, result.Covered);
    }

    [Fact]
    public void The_mean_of_many_trials_is_the_truth_of_shares_differences_and_costs()
    {
        var result = Run(TrialOrder.Of(Shipped, trials: 300, people: 400));
        var root = Math.Sqrt(result.Findings.Length);

        // Four standard errors.
        Assert.InRange(Math.Abs(result.Bias), 0, 4 * result.Spread / root);
        Assert.InRange(result.Findings.Average(one => one.Control.Value) - result.Truth.Control, -4 * 0.04 / root, 4 * 0.04 / root);
        var net = result.Findings.Select(one => one.Net).ToArray();
        var (mean, spread) = (net.Average(), Math.Sqrt(net.Sum(one => Math.Pow(one - net.Average(), 2)) / (net.Length - 1)));
        Assert.InRange(Math.Abs(mean - result.Truth.Net), 0, 4 * spread / root);
        Assert.True(result.Truth.Difference < -0.05, "Who does not sign dilutes the effect, and does not undo it.");
    }

    [Fact]
    public void The_result_is_the_same_to_the_bit_on_any_number_of_threads_and_another_with_another_seed()
    {
        var order = TrialOrder.Of(Shipped, trials: 24, people: 120);
        var one = PowerRun.Run(order, threads: 1, null, CancellationToken.None);
        var done = 0;
        var many = PowerRun.Run(order, threads: 7, _ => Interlocked.Increment(ref done), CancellationToken.None);

        Assert.Equal(24, done);
        Assert.Equal(one.Findings.AsEnumerable(), many.Findings.AsEnumerable());
        Assert.Equal(one.Digest, many.Digest);
        Assert.NotEqual(one.Digest, Run(order with { Seed = 8 }).Digest);

        // A trial is the same whatever is simulated beside it.
        Assert.Equal(one.Findings[..3].AsEnumerable(), Run(order with { Trials = 3 }).Findings.AsEnumerable());
    }

    [Theory]
    [InlineData(true, 12)]
    [InlineData(true, 24)]
    [InlineData(false, 24)]
    public void What_the_formula_expects_is_what_is_drawn(bool treated, int months)
    {
        const int people = 40_000;
        var model = new ReoffendingModel(Shipped);
        var days = months * 365.25 / 12;
        var counts = Enumerable.Range(0, people)
            .Select(person => model.Offences(new Chance(11, person), treated).Count(one => one.Outcome != Domain.FollowUp.ReoffenceOutcome.CommunityResolution && one.Day <= days && one.Day + one.DaysToProof <= days + 182))
            .ToArray();
        var (share, mean) = model.Expected(treated, months, 6);

        Assert.InRange(counts.Count(count => count > 0) / (double)people, share - 0.01, share + 0.01);
        Assert.InRange(counts.Average(), mean - 0.02, mean + 0.02);
    }

    [Theory]
    [InlineData(0, 800, 24, 0.48)]
    [InlineData(10_001, 800, 24, 0.48)]
    [InlineData(400, 19, 24, 0.48)]
    [InlineData(400, 1_501, 24, 0.48)]
    [InlineData(400, 800, 18, 0.48)]
    [InlineData(400, 800, 24, 1)]
    [InlineData(400, 800, 24, double.NaN)]
    public void What_cannot_be_simulated_is_said_in_words(int trials, int people, int months, double usual) =>
        Assert.Contains("give", (TrialOrder.Of(Shipped, trials, people, months) with { Usual = usual }).Fault(), StringComparison.Ordinal);

    [Fact]
    public void An_order_as_it_ships_can_be_simulated() => Assert.Null(TrialOrder.Of(Shipped).Fault());

    private static PowerResult Run(TrialOrder order) => PowerRun.Run(order, Environment.ProcessorCount, null, CancellationToken.None);

    /// <summary>Within 3.5 standard errors: one run in two thousand fails by chance, and the seed is fixed.</summary>
    private static void AssertShare(double expected, Proportion found)
    {
        var error = 3.5 * Math.Sqrt(expected * (1 - expected) / found.Of);
        Assert.InRange(found.Value, expected - error, expected + error);
    }
}
