using Diversion.Evaluation.Trial;

namespace Diversion.Evaluation.Tests.Trial;

public sealed class AllocationCheckTests
{
    private static readonly AllocationSeed Seed = Plans.Seed(11);
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Fact]
    public void A_trial_that_kept_to_its_seed_is_right()
    {
        var check = AllocationCheck.Run(Plans.Usual, Seed.Seal, Seed, Allocations().Reverse());

        Assert.Equal(new AllocationCheck(120, null), check);
    }

    [Fact]
    public void Another_seed_is_found_first()
    {
        var check = AllocationCheck.Run(Plans.Usual, Seed.Seal, Plans.Seed(12), Allocations());

        Assert.Equal(0, check.Checked);
        Assert.Contains("not the one that was sealed", check.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("medium/theft/female")]
    [InlineData("low/drugs/male")]
    public void Any_single_changed_arm_is_found(string stratum)
    {
        var all = Allocations();
        foreach (var (one, index) in all.Select((one, index) => (one, index)).Where(pair => pair.one.Stratum == stratum))
        {
            var other = one.Arm == "programme" ? "control" : "programme";

            var check = AllocationCheck.Run(Plans.Usual, Seed.Seal, Seed, all.SetItem(index, one with { Arm = other }));

            Assert.Contains($"position {one.Position} is \"{one.Arm}\" by the seed, but {one.Pseudonym} was allocated to \"{other}\"", check.Fault, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_skipped_position_a_doubled_one_and_a_person_drawn_twice_are_found()
    {
        var all = Allocations();
        var third = all.Single(one => one.Stratum == Plans.SomeStratum && one.Position == 3);
        var fourth = all.Single(one => one.Stratum == Plans.SomeStratum && one.Position == 4);

        Assert.Contains("position 3 was skipped; the next one used is 4", Fault(all.Remove(third)), StringComparison.Ordinal);
        Assert.Contains("position 3 was used twice", Fault(all.Replace(fourth, fourth with { Position = 3, Arm = third.Arm })), StringComparison.Ordinal);
        Assert.Contains($"{third.Pseudonym} was allocated twice", Fault(all.Replace(fourth, fourth with { Pseudonym = third.Pseudonym })), StringComparison.Ordinal);
        Assert.Contains("was drawn at", Fault(all.Replace(fourth, fourth with { At = third.At - Duration.FromSeconds(1) })), StringComparison.Ordinal);
        Assert.Contains("position 0 is no position", Fault(all.Add(third with { Position = 0, Pseudonym = "other" })), StringComparison.Ordinal);
        Assert.Contains("no stratum \"high/theft/female\"", Fault(all.Add(third with { Stratum = "high/theft/female" })), StringComparison.Ordinal);
    }

    [PythonFact]
    public void The_independent_lines_agree_to_the_bit()
    {
        foreach (var (plan, ratios, sizes) in new[] { (Plans.Usual, "programme:1,control:1", "4,6,8"), (Plans.TwoToOne, "programme:2,control:1", "3,6,9") })
        {
            var rows = Strata(plan).SelectMany(stratum => new AllocationSequence(plan, Seed, stratum).Take(100).Select((arm, index) => $"{stratum},{index + 1},{arm}")).ToList();
            string[] arguments = [Seed.Open(), Seed.Seal, plan.TrialId, ratios, sizes];

            var right = IndependentLines.Run(arguments, Csv(rows));
            rows[57] = rows[57].EndsWith("control", StringComparison.Ordinal) ? rows[57].Replace("control", "programme", StringComparison.Ordinal) : rows[57].Replace("programme", "control", StringComparison.Ordinal);
            var wrong = IndependentLines.Run(arguments, Csv(rows));
            var other = IndependentLines.Run([Plans.Seed(12).Open(), .. arguments[1..]], Csv(rows));

            Assert.Equal((0, "1200 allocations, 0 not as the seed says"), (right.Exit, right.Output.Trim()));
            Assert.Equal(1, wrong.Exit);
            Assert.StartsWith("1200 allocations, 1 not as the seed says", wrong.Output, StringComparison.Ordinal);
            Assert.Equal((1, "The seed is not the one that was sealed."), (other.Exit, other.Output.Trim()));
        }

        static string Csv(IEnumerable<string> rows) => "stratum,position,arm\n" + string.Join('\n', rows) + "\n";
    }

    private static string? Fault(IEnumerable<AllocationRecord> allocations) => AllocationCheck.Run(Plans.Usual, Seed.Seal, Seed, allocations).Fault;

    private static IEnumerable<string> Strata(AllocationPlan plan) =>
        plan.Factors.Aggregate<StratumFactor, IEnumerable<string>>([""], (all, factor) => all.SelectMany(one => factor.Values.Select(value => one.Length == 0 ? value : $"{one}/{value}")));

    private static ImmutableArray<AllocationRecord> Allocations() =>
    [
        .. Strata(Plans.Usual).SelectMany(stratum => new AllocationSequence(Plans.Usual, Seed, stratum).Take(10)
            .Select((arm, index) => new AllocationRecord(stratum, index + 1, arm, $"{stratum} {index}", Start + Duration.FromHours(index)))),
    ];
}
