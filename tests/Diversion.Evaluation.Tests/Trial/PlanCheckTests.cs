using Diversion.Evaluation.Trial;

namespace Diversion.Evaluation.Tests.Trial;

public sealed class PlanCheckTests
{
    [Fact]
    public void The_usual_plan_may_open()
    {
        Assert.Empty(PlanCheck.Faults(Plans.Usual));
        Assert.Empty(PlanCheck.Advice(Plans.Usual));
        Assert.Empty(PlanCheck.Faults(Plans.TwoToOne));
    }

    [Theory]
    [InlineData("A block of 5 does not fit the ratio 1:1. Use multiples of 2.", 4, 5)]
    [InlineData("The block size 0 can't be used. Use sizes from 2 to 64.", 0)]
    [InlineData("The block size -4 can't be used. Use sizes from 2 to 64.", -4)]
    [InlineData("The block size 66 can't be used. Use sizes from 2 to 64.", 66)]
    [InlineData("The block size 4 is there twice. Leave one out.", 4, 4)]
    [InlineData("There is no block size. Give at least one, such as 4, 6 and 8.")]
    public void Blocks_that_do_not_fit_are_refused(string fault, params int[] sizes) => Assert.Contains(fault, PlanCheck.Faults(Plans.Usual with { BlockSizes = [.. sizes] }));

    [Fact]
    public void A_block_must_fit_an_unequal_ratio() =>
        Assert.Contains("A block of 4 does not fit the ratio 2:1. Use multiples of 3.", PlanCheck.Faults(Plans.TwoToOne with { BlockSizes = [4, 6] }));

    [Fact]
    public void A_stratum_that_cannot_be_is_refused()
    {
        Assert.Contains("The factor \"ward\" has no values", Fault(Plans.Usual with { Factors = [new("ward", [])] }), StringComparison.Ordinal);
        Assert.Contains("The factor \"ward\" has no values", Fault(Plans.Usual with { Factors = [new("ward", default)] }), StringComparison.Ordinal);
        Assert.Contains("lists \"male\" twice", Fault(Plans.Usual with { Factors = [new("sex", ["male", "male"])] }), StringComparison.Ordinal);
        Assert.Contains("The factor \"sex\" is there twice", Fault(Plans.Usual with { Factors = [new("sex", ["male"]), new("sex", ["female"])] }), StringComparison.Ordinal);
        Assert.Contains("\"male/female\" is not a code", Fault(Plans.Usual with { Factors = [new("sex", ["male/female"])] }), StringComparison.Ordinal);
        Assert.Contains("\"\" is not a code", Fault(Plans.Usual with { Factors = [new("sex", [""])] }), StringComparison.Ordinal);
        var many = Enumerable.Range(0, 50).Select(i => $"v{i}").ToImmutableArray();
        Assert.Contains("2500 strata", Fault(Plans.Usual with { Factors = [new("a", many), new("b", many)] }), StringComparison.Ordinal);
        var endless = Enumerable.Range(0, 40).Select(i => new StratumFactor($"f{i}", many)).ToImmutableArray();
        Assert.Contains("strata; most would stay empty", Fault(Plans.Usual with { Factors = endless }), StringComparison.Ordinal);
    }

    [Fact]
    public void Arms_are_checked()
    {
        Assert.Contains("at least two arms", Fault(Plans.Usual with { Arms = [new("control", "Control", IsControl: true)] }), StringComparison.Ordinal);
        Assert.Contains("Exactly one arm is the control", Fault(Plans.Usual with { Arms = [new("a", "A"), new("b", "B")] }), StringComparison.Ordinal);
        Assert.Contains("The arm \"a\" is there twice", Fault(Plans.Usual with { Arms = [new("a", "A"), new("a", "B", IsControl: true)] }), StringComparison.Ordinal);
        Assert.Contains("The ratio of \"a\" is 0", Fault(Plans.Usual with { Arms = [new("a", "A", 0), new("b", "B", IsControl: true)] }), StringComparison.Ordinal);
        Assert.Contains("The ratio of \"a\" is 2147483647", Fault(Plans.Usual with { Arms = [new("a", "A", int.MaxValue), new("b", "B", int.MaxValue, true)] }), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_easily_foreseen_is_said()
    {
        Assert.Contains("All blocks have 4 places", Assert.Single(PlanCheck.Advice(Plans.Usual with { BlockSizes = [4] })), StringComparison.Ordinal);
        Assert.Contains("A block of 2 holds each arm only once", Assert.Single(PlanCheck.Advice(Plans.Usual with { BlockSizes = [2, 4] })), StringComparison.Ordinal);
    }

    [Fact]
    public void A_persons_stratum_is_found_or_refused_in_words()
    {
        var facts = new Dictionary<string, string?>(StringComparer.Ordinal) { ["risk-band"] = "medium", ["offence-group"] = "theft", ["sex"] = "female" };

        Assert.Null(Stratum.Find(Plans.Usual, facts, out var stratum));
        Assert.Equal(Plans.SomeStratum, stratum);
        Assert.True(Stratum.IsOf(Plans.Usual, stratum));
        Assert.False(Stratum.IsOf(Plans.Usual, "medium/theft"));
        facts["sex"] = null;
        Assert.Equal("The trial needs to know sex. Record it first.", Stratum.Find(Plans.Usual, facts, out _));
        facts["sex"] = "unknown";
        Assert.Equal("The trial has no stratum for sex \"unknown\". It has: female, male.", Stratum.Find(Plans.Usual, facts, out _));
        Assert.Null(Stratum.Find(Plans.Usual with { Factors = [] }, facts, out var only));
        Assert.True(Stratum.IsOf(Plans.Usual with { Factors = [] }, only));
    }

    private static string Fault(AllocationPlan plan) => string.Join('\n', PlanCheck.Faults(plan));
}
