using Diversion.Evaluation.Compliance;
using Diversion.Evaluation.Fairness;
using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Tests.Measures;

public sealed class PracticeTests
{
    private static readonly LocalDateTime Monday = new(2023, 1, 16, 10, 0);

    [Fact]
    public void Conditions_count_when_kept_or_failed_and_the_rest_is_told()
    {
        PersonRow[] people =
        [
            Signed("a", new ConditionFacts("reparation", ConditionEnd.Kept), new("pathway", ConditionEnd.Kept, "accommodation", 3, 7)),
            Signed("b", new ConditionFacts("reparation", ConditionEnd.Failed), new("pathway", ConditionEnd.Failed, "accommodation", 4, 3)),
            Signed("c", new ConditionFacts("reparation", ConditionEnd.Waived), new("pathway", null, "accommodation", 5)),
        ];

        var kinds = ConditionMeasure.ByKind(people);
        var reparation = kinds.Single(one => one.Kind == "reparation").Kept;

        Assert.Equal((1L, 2L), (reparation.Count, reparation.Of));
        Assert.Equal([new Exclusion("waived", 1)], reparation.Excluded.ToArray());
        Assert.Equal([new Exclusion("still open", 1)], Assert.Single(ConditionMeasure.ByPathway(people)).Kept.Excluded.ToArray());
        var travelled = Assert.Single(DistanceTravelled.Of(people, 1));
        Assert.Equal((1.5, 2, 1), (travelled.Change!.Value.Value, travelled.Both, travelled.StartOnly));
    }

    [Fact]
    public void Attendance_leaves_out_what_the_service_cancelled()
    {
        var people = new[]
        {
            new PersonRow("a")
            {
                Course = new()
                {
                    Meetings =
                    [
                        new(Monday, "w1", MeetingOutcome.Attended, true), new(Monday.PlusDays(7), "w1", MeetingOutcome.Late, true), new(Monday.PlusDays(14), "w1", MeetingOutcome.Missed, false),
                        new(Monday.PlusDays(21), "w1", MeetingOutcome.CancelledByService, true), new(Monday.PlusDays(22).PlusHours(4), "w2", MeetingOutcome.MissedWithGoodReason, false),
                    ],
                },
            },
        };

        Assert.Equal([("Monday", 2L, 3L), ("Tuesday", 0L, 1L)], AttendanceMeasure.ByWeekday(people).Select(one => (one.Group, one.Attended.Count, one.Attended.Of)));
        Assert.Equal([("10:00", 3L), ("14:00", 1L)], AttendanceMeasure.ByHour(people).Select(one => (one.Group, one.Attended.Of)));
        Assert.Equal([("reminder sent", 2L, 2L), ("no reminder", 0L, 2L)], AttendanceMeasure.ByReminder(people).Select(one => (one.Group, one.Attended.Count, one.Attended.Of)));
    }

    [Fact]
    public void Continuity_is_the_share_of_the_worker_who_held_most_meetings()
    {
        var one = Met("a", "w1", "w1", "w2", "w1");

        Assert.Equal(new Continuity(0.75, 2), Continuity.Of(one));
        Assert.Null(Continuity.Of(new("b")));
        var bands = ContinuityMeasure.Of([one, Met("b", "w1", "w1"), Met("c", "w1", "w2", "w3"), Met("d", "w1", "w2")], ReoffendingRule.Proven12);
        Assert.Equal(["one worker held every meeting", "one worker held three quarters or more", "one worker held half or more", "no worker held half"], bands.Select(band => band.Band));
        Assert.All(bands, band => Assert.Equal(1, band.Rate.Of));
    }

    [Fact]
    public void Breaches_by_cause_and_time()
    {
        PersonRow[] people =
        [
            new("a") { Course = new() { SignedOn = People.Start, EndedOn = People.Start.PlusDays(40), End = CourseEnd.Breached, BreachCause = "third failure", Warnings = 2, BreachProposedOn = People.Start.PlusDays(36), BreachDecidedOn = People.Start.PlusDays(40), BreachConfirmed = true } },
            new("b") { Course = new() { SignedOn = People.Start, EndedOn = People.Start.PlusDays(120), End = CourseEnd.Completed, Warnings = 1 } },
            new("c") { Course = new() { SignedOn = People.Start } },
            new("d"),
        ];

        var measures = BreachMeasures.Of(people, People.Start.PlusDays(60));

        Assert.Equal((2L, 3L), (measures.Warned.Count, measures.Warned.Of));
        Assert.Equal((1L, 2L), (measures.Breached.Count, measures.Breached.Of));
        Assert.Equal([new Exclusion("still running", 1)], measures.Breached.Excluded.ToArray());
        Assert.Equal([new Exclusion("third failure", 1)], measures.ByCause.ToArray());
        Assert.Equal(4, measures.DaysToDecide);
        Assert.Equal(2 / 3.0, measures.TimeToBreach.SurvivalAt(40), 9);
    }

    [Fact]
    public void Victims_who_were_not_asked_are_told_apart()
    {
        PersonRow[] people =
        [
            new("a") { Victims = [new(true, [5, 4, 2], true, true, 4), new(false, [3, 5, 0], true), new(null, []), new(null, []) { SatisfactionDeclined = true }] },
            new("b") { Victims = [new(null, [], true, true), new(null, [], true, true) { SatisfactionDeclined = true }, new(null, [4, 4, 4], true, true), new(null, [4, 4, 4], true, true, 3)] },
        ];

        var victims = VictimMeasures.Of(people);

        Assert.Equal((1L, 2L), (victims.ToldInTime.Count, victims.ToldInTime.Of));
        Assert.Equal([(3L, 4L), (4L, 4L), (2L, 3L)], victims.Satisfied.Select(one => (one.Count, one.Of)));
        Assert.Equal(
            [new Exclusion("not asked", 2), new Exclusion("asked, and did not wish to answer", 2), new Exclusion("left this question out", 1)],
            victims.Satisfied[2].Excluded.ToArray());
        Assert.Equal((5L, 6L), (victims.RestorativeTakenUp.Count, victims.RestorativeTakenUp.Of));
        Assert.Equal((1L, 2L), (victims.RestorativeSatisfied.Count, victims.RestorativeSatisfied.Of));
        Assert.Equal(
            [new Exclusion("not asked", 1), new Exclusion("asked, and did not wish to answer", 1), new Exclusion("left this question out", 1)],
            victims.RestorativeSatisfied.Excluded.ToArray());
    }

    [Fact]
    public void A_group_that_is_treated_otherwise_is_asked_about()
    {
        PersonRow[] people = [.. Offered("W1", 200, 160), .. Offered("B1", 50, 20), .. Offered("A1", 40, 31), .. Offered(null, 300, 100)];

        var table = FairnessTable.Of(people, FairnessQuestion.All.Single(one => one.Id == "signed"), GroupKind.Ethnicity);

        Assert.Equal(["W1", "B1", "A1", null], table.Rows.Select(row => row.Group));
        Assert.True(table.Rows[0].IsLargest && table.Rows[0].Relative is null);
        Assert.Equal(0.5, table.Rows[1].Relative!.Value.Value, 9);
        Assert.Equal("Signed: B1 40.0% (20 of 50), W1 80.0% (160 of 200). Explain or reform.", table.Rows[1].Finding);
        Assert.Equal("", table.Rows[2].Finding);
        Assert.StartsWith("Signed: not known 33.3%", table.Rows[3].Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_to_decision_by_group()
    {
        PersonRow[] people = [.. new[] { 1, 3, 10 }.Select(days => new PersonRow($"{days}") { Groups = new("female"), Course = new() { ReferredOn = People.Start, EligibilityDecidedOn = People.Start.PlusDays(days) } }), new("w") { Groups = new("female"), Course = new() { ReferredOn = People.Start } }];

        Assert.Equal([new DecisionTime("female", 3, 3, 1)], DecisionTime.Of(people, GroupKind.Sex).ToArray());
        Assert.Equal(2.5, Middle.Of([4, 1, 3, 2]));
        Assert.Null(Middle.Of([]));
    }

    private static PersonRow Signed(string name, params ConditionFacts[] conditions) => new(name) { Course = new() { SignedOn = People.Start, Conditions = [.. conditions] } };

    private static PersonRow Met(string name, params string[] workers) => new(name)
    {
        Course = new() { SignedOn = People.Start, Meetings = [.. workers.Select((worker, i) => new Meeting(Monday.PlusDays(i), worker, MeetingOutcome.Attended, false))] },
        FollowUp = new(People.Searched),
    };

    private static IEnumerable<PersonRow> Offered(string? ethnicity, int people, int signed) => Enumerable.Range(0, people).Select(i => new PersonRow($"{ethnicity}-{i}")
    {
        Groups = new(Ethnicity: ethnicity), Course = new() { OfferedOn = People.Start, SignedOn = i < signed ? People.Start : null },
    });
}
