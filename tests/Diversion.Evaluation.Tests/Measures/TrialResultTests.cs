using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;
using Diversion.Evaluation.Tests.Estimates;

namespace Diversion.Evaluation.Tests.Measures;

public sealed class TrialResultTests
{
    private static readonly ReoffendingRule Rule = ReoffendingRule.Proven12;

    [Fact]
    public void The_result_of_35_and_48_in_a_hundred()
    {
        var result = TrialResult.Of(People.Trial(35, 100, 48, 100), People.Arms, Rule);

        Assert.Equal((35L, 100L), (result.Programme.Rate.Count, result.Programme.Rate.Of));
        Close.To(0.7292, 0.5210, 1.0204, result.Risk.Estimate);
        Assert.Equal(-0.13, result.Difference.Estimate!.Value.Value, 12);
        Assert.Equal(1 / 0.13, result.Needed!.Value, 9);
        Assert.True(result.Needed.Benefit);
        Assert.Equal(2, result.ByStratum!.Strata);
        Assert.Equal(0.0621, result.P!.Value, 4);
        Assert.Equal(48, result.Control.PerHundred.Estimate!.Value.Value, 9);
        Assert.Equal("", result.Caution);
    }

    [Fact]
    public void Not_yet_known_is_told_and_never_none()
    {
        var waiting = People.Arm("programme", 0, 10).Select(person => person with { Pseudonym = "w" + person.Pseudonym, FollowUp = new() });
        var left = People.Arm("control", 4, 7).Select(person => person with { Pseudonym = "l" + person.Pseudonym, FollowUp = person.FollowUp with { Left = new(People.Start.PlusDays(200), "moved abroad") } });

        var result = TrialResult.Of([.. People.Trial(35, 100, 48, 100), .. waiting, .. left], People.Arms, Rule);

        Assert.Equal([new Exclusion("not yet known", 10)], result.Programme.Rate.Excluded.ToArray());
        Assert.Equal([new Exclusion("moved abroad", 7)], result.Control.Rate.Excluded.ToArray());
        Close.To(0.7292, 0.5210, 1.0204, result.Risk.Estimate);
    }

    [Fact]
    public void Relabelling_the_arms_flips_every_sign()
    {
        var people = People.Trial(35, 110, 48, 90).ToArray();
        var (one, other) = (TrialResult.Of(people, People.Arms, Rule), TrialResult.Of(people, new("control", "programme"), Rule));

        Assert.Equal(one.Difference.Estimate!.Value.Value, -other.Difference.Estimate!.Value.Value, 12);
        Assert.Equal(1, one.Risk.Estimate!.Value.Value * other.Risk.Estimate!.Value.Value, 12);
        Assert.Equal(one.ByStratum!.Difference.Value, -other.ByStratum!.Difference.Value, 12);
        Assert.Equal(TimeToReoffending.Of(people, People.Arms, Rule).Test.Z, -TimeToReoffending.Of(people, new("control", "programme"), Rule).Test.Z, 9);
        Assert.Equal(one.P!.Value, other.P!.Value, 12);
    }

    [Fact]
    public void By_the_arm_received_is_another_question_and_says_so()
    {
        var people = People.Trial(35, 100, 48, 100).Select((person, i) =>
            i < 20 ? person with { Trial = person.Trial! with { Received = new("control", People.Start), CrossoverReason = "did not sign" } } : person).ToArray();

        var allocated = TrialResult.Of(people, People.Arms, Rule);
        var received = TrialResult.Of(people, People.Arms, Rule, Basis.Received);

        Assert.Equal(100, allocated.Programme.Rate.Of);
        Assert.Equal((80L, 15L), (received.Programme.Rate.Of, received.Programme.Rate.Count));
        Assert.Contains("may have other causes", received.Caution, StringComparison.Ordinal);
        var flow = ConsortFlow.Of(people, Rule, ("programme", "Programme"), ("control", "Usual processing"));
        Assert.Equal([new Exclusion("did not sign", 20)], flow.Arms[0].NotReceived.ToArray());
        Assert.Equal((100, 80, 100), (flow.Arms[0].Allocated, flow.Arms[0].Received, flow.Arms[0].Analysed));
    }

    [Fact]
    public void The_flow_adds_up()
    {
        PersonRow[] outside = [new("x1") { Course = new() { NotEligibleBecause = "under 18" } }, new("x2") { Course = new() { NotEligibleBecause = "under 18" } }, new("x3")];
        var waiting = People.Arm("control", 0, 3).Select(person => person with { Pseudonym = "w" + person.Pseudonym, FollowUp = new(), Trial = person.Trial! with { Received = null } });

        var flow = ConsortFlow.Of([.. outside, .. People.Trial(3, 10, 4, 12), .. waiting], Rule, ("programme", "Programme"), ("control", "Usual processing"));

        Assert.Equal(28, flow.Assessed);
        Assert.Equal([new("under 18", 2), new(ConsortFlow.NotAllocated, 1)], flow.Excluded.ToArray());
        Assert.Equal(flow.Assessed, flow.Excluded.Sum(one => one.People) + flow.Allocated);
        Assert.All(flow.Arms, arm => Assert.Equal(arm.Allocated, arm.Received + arm.NotReceived.Sum(one => one.People)));
        Assert.All(flow.Arms, arm => Assert.Equal(arm.Allocated, arm.Analysed + arm.NotAnalysed.Sum(one => one.People)));
        Assert.Equal([new(ConsortArm.NothingRecorded, 3)], flow.Arms[1].NotReceived.ToArray());
    }

    [Fact]
    public void Subgroups_and_baseline_cover_everybody_and_keep_the_unknown_apart()
    {
        var people = People.Trial(35, 100, 48, 100).ToArray();

        var subgroups = SubgroupResult.Of(people, People.Arms, Rule, GroupKind.Sex, GroupKind.OffenceGroup);
        var baseline = BaselineRow.Table(people, People.Arms, GroupKind.Sex, GroupKind.OffenceGroup);

        Assert.Equal(["female", "male", "theft", null], subgroups.Select(one => one.Group));
        Assert.Equal([20, 80, 50, 50], subgroups.Select(one => one.Programme.Of));
        Assert.Equal(35, subgroups.Where(one => one.Kind == GroupKind.Sex).Sum(one => one.Programme.Count));
        Assert.Equal(48, subgroups.Where(one => one.Kind == GroupKind.OffenceGroup).Sum(one => one.Control.Count));
        Assert.Equal([("female", 20, 100), ("male", 80, 100), ("theft", 50, 100), (null, 50, 100)], baseline.Select(one => (one.Group, one.Control, one.OfControl)));
    }

    [Fact]
    public void The_2008_measure_counts_reoffences_and_reoffenders()
    {
        // 100 people, 40 of them with 4 reoffences each and 20 with one: 180 reoffences.
        var people = People.Arm("programme", 0, 100).Select((person, i) => person with
        {
            FollowUp = person.FollowUp with { Reoffences = i < 40 ? [People.Proven(10), People.Proven(20), People.Proven(30), People.Proven(40)] : i < 60 ? [People.Proven(50)] : [] },
        });

        var measures = ReoffendingMeasures.Of(people, Rule, FollowUpStart.Allocation);

        Assert.Equal(180, measures.PerHundred.Estimate!.Value.Value, 9);
        Assert.Equal(3, measures.PerReoffender);
        Assert.Equal(0.6, measures.Rate.Estimate!.Value.Value, 12);
        Assert.StartsWith("Negative binomial", measures.PerHundred.Method, StringComparison.Ordinal);
        Assert.Equal(180 / (100 * 365 / 365.25), measures.PerYearAtRisk.Estimate!.Value.Value, 9);
    }

    [Fact]
    public void Nobody_gives_no_number_and_no_fault()
    {
        var result = TrialResult.Of([], People.Arms, Rule);

        Assert.Null(result.Difference.Estimate);
        Assert.Null(result.Programme.Rate.Estimate);
        Assert.Null(result.Needed);
        Assert.Null(result.P);
        Assert.Equal(1, TimeToReoffending.Of([], People.Arms, Rule).Test.P);
        Assert.Equal(0, ConsortFlow.Of([], Rule, ("programme", "Programme")).Allocated);
    }
}
