using System.Diagnostics;
using System.Text;
using Diversion.Evaluation.Compliance;
using Diversion.Evaluation.Fairness;
using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Harm;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Reports;
using Diversion.Evaluation.Rows;
using Xunit.Abstractions;

namespace Diversion.Evaluation.Tests.Measures;

public sealed class ScaleTests(ITestOutputHelper output)
{
    private const int Many = 100_000;

    /// <summary>The times are printed and not asserted: a busy machine must not fail a test.</summary>
    [Fact]
    public void Every_measure_of_a_hundred_thousand_people_adds_up()
    {
        var people = Time("made", () => Rows().ToArray());
        var rule = ReoffendingRule.Proven24;
        var index = HarmIndex.Read(Encoding.UTF8.GetBytes("offence_code,days\n008/06,20\n053/01,5\n"), "invented").Index!;

        var result = Time("result", () => TrialResult.Of(people, People.Arms, rule));
        var curves = Time("curves", () => TimeToReoffending.Of(people, People.Arms, rule));
        var harm = Time("harm", () => HarmMeasure.Of(result.Programme.People, index, 1));
        var subgroups = Time("subgroups", () => SubgroupResult.Of(people, People.Arms, rule, Enum.GetValues<GroupKind>()));
        var baseline = Time("baseline", () => BaselineRow.Table(people, People.Arms, Enum.GetValues<GroupKind>()));
        var flow = Time("flow", () => ConsortFlow.Of(people, rule, ("programme", "Programme"), ("control", "Control")));
        var fairness = Time("fairness", () => FairnessQuestion.All.SelectMany(question => Enum.GetValues<GroupKind>().Select(kind => FairnessTable.Of(people, question, kind))).ToArray());
        var attendance = Time("attendance", () => AttendanceMeasure.ByWeekday(people));
        var continuity = Time("continuity", () => ContinuityMeasure.Of(people, rule));
        var needs = Time("needs", () => NeedMeasure.Of(people, rule));

        Assert.Equal(Many, result.Programme.Rate.Of + result.Control.Rate.Of);
        Assert.Equal(result.Programme.Rate.Count, curves.Programme.Events);
        Assert.Equal(result.Programme.Rate.Of, harm.DaysAPerson.Of);
        Assert.All(subgroups.GroupBy(one => one.Kind), kind => Assert.Equal(Many, kind.Sum(one => one.Programme.Of + one.Control.Of)));
        Assert.All(baseline.GroupBy(one => one.Kind), kind => Assert.Equal(Many, kind.Sum(one => one.Programme + one.Control)));
        Assert.Equal(Many, flow.Arms.Sum(arm => arm.Analysed));
        Assert.All(fairness.Where(table => table.Question.Id == "signed"), table => Assert.Equal(Many, table.Rows.Sum(row => row.People.Of)));
        Assert.Equal(Many * 6, attendance.Sum(one => one.Attended.Of));
        Assert.Equal(Many, continuity.Sum(one => one.Rate.Of));
        Assert.All(needs, need => Assert.Equal(Many, need.With.Of + need.Without.Of));
    }

    [Fact]
    public void Every_section_of_a_report_on_a_hundred_thousand_people_counts_everybody()
    {
        var people = Rows().ToArray();
        var facts = new AnalysisFacts(people, new("Many", Instant.FromUtc(2026, 6, 1, 9, 0), "test") { Months = 24 });
        (string Name, Func<AnalysisFacts, ReportSection> Of)[] sections =
        [
            ("result", ResultSection.Of), ("baseline", BaselineSection.Of), ("outcomes", OutcomeSection.Of), ("subgroups", SubgroupSection.Of),
            ("harm", HarmSection.Of), ("process", ProcessSection.Of), ("victims", VictimSection.Of), ("money", MoneySection.Of), ("fairness", FairnessSection.Of),
        ];
        foreach (var (name, of) in sections)
        {
            Assert.Equal(name, Time(name, () => of(facts)).Id);
        }

        Assert.Equal(Many, facts.Result.Programme.Rate.Of + facts.Result.Control.Rate.Of);
        Assert.Equal(Many, facts.BothArms.Rate.Of);
    }

    private static IEnumerable<PersonRow> Rows()
    {
        string[] pathways = ["accommodation", "drugs and alcohol", "finance"];
        var first = new LocalDateTime(2023, 1, 16, 9, 0);
        foreach (var i in Enumerable.Range(0, Many))
        {
            var arm = i % 2 == 0 ? "programme" : "control";
            var reoffended = i % 100 < (i % 2 == 0 ? 36 : 48);
            yield return new PersonRow($"p{i:000000}")
            {
                Groups = new(i % 5 == 0 ? "female" : "male", $"{i % 6}", $"W{i % 9}", $"g{i % 11}", i % 3 == 0 ? "low" : "medium", $"ward-{i % 120}", $"d{i % 8}"),
                Trial = new(arm, People.Start, $"medium/g{i % 11}", new(arm, People.Start)),
                Course = new()
                {
                    ReferredOn = People.Start, EligibilityDecidedOn = People.Start, OfferedOn = People.Start, SignedOn = People.Start, End = CourseEnd.Completed, EndedOn = People.Start.PlusDays(120),
                    Conditions = [new("pathway", ConditionEnd.Kept, pathways[i % 3], 3, 6)],
                    Meetings = [.. Enumerable.Range(0, 6).Select(week => new Meeting(first.PlusDays(week * 8), $"w{(week < 5 ? i % 40 : i % 7)}", MeetingOutcome.Attended, true))],
                },
                FollowUp = new(new LocalDate(2026, 1, 1)) { Reoffences = reoffended ? [.. Enumerable.Range(0, 1 + (i % 4)).Select(n => People.Proven(20 + (i % 600) + n, n % 2 == 0 ? "008/06" : "053/01"))] : [] },
            };
        }
    }

    private T Time<T>(string what, Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        var done = work();
        output.WriteLine($"{what}: {watch.Elapsed.TotalMilliseconds:0} ms");
        return done;
    }
}
