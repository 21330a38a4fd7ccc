using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Schemes;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Conditions;

/// <summary>A provider tries to reach the person. Referred on Tuesday 10 March 2026 at ten; three attempts in two ways over five working days.</summary>
public sealed class ContactAttemptTests
{
    [Fact]
    public void Attempts_are_spread_over_the_days_of_the_plan_and_each_reminds_of_the_next()
    {
        var referred = Referred();
        var first = referred.Owed("pathway/contact");
        Assert.Equal((Case.Time("2026-03-12 17:00"), Addressee.Provider, new CommandSubject("pathway")), (first.Deadline.Due, first.Owner, first.About()));
        Assert.Equal(Case.Time("2026-03-12 09:00"), first.Deadline.Ladder[0]);

        Assert.Equal(Case.Time("2026-03-16 17:00"), Try(referred, "2026-03-11 10:00", AttemptWay.Call).Owed("pathway/contact").Deadline.Due);
        Assert.Equal(Case.Time("2026-03-17 17:00"), Try(referred, "2026-03-12 10:30", AttemptWay.Call).Owed("pathway/contact").Deadline.Due);
    }

    [Fact]
    public void The_plan_is_done_after_enough_attempts_in_enough_ways_and_at_another_time_and_then_the_key_worker_decides()
    {
        var tried = Try(Try(Referred(), "2026-03-11 10:00", AttemptWay.Call), "2026-03-12 10:30", AttemptWay.Call);

        // Three, in two ways, but each in the morning of a working day.
        tried = Try(tried, "2026-03-13 11:00", AttemptWay.Text, AttemptResult.MessageLeft);
        Assert.Equal(Case.Time("2026-03-16 17:00"), tried.Owed("pathway/contact").Deadline.Due);
        tried.OwesNo("pathway/contact-next");

        tried = Try(tried, "2026-03-13 18:30", AttemptWay.Visit);
        var decide = tried.OwesNo("pathway/contact").Owed("pathway/contact-next");
        Assert.Equal((Case.Time("2026-03-17 17:00"), Addressee.KeyWorker), (decide.Deadline.Due, decide.Owner));

        // One more changes nothing of it.
        Assert.Equal(decide, Try(tried, "2026-03-14 12:00", AttemptWay.Call).Owed("pathway/contact-next"));
    }

    [Fact]
    public void What_is_next_is_decided_once_and_a_new_plan_begins_at_the_beginning()
    {
        var again = Exhausted().When(new PathwayCommand.DecideContact("pathway", ContactNext.TryAgain) { Reason = "She has a new number." }, People.Worker);
        // Two working days from a Saturday.
        Assert.Equal(Case.Time("2026-03-17 17:00"), again.Owed("pathway/contact").Deadline.Due);
        again.OwesNo("pathway/contact-next");
        again.When(new PathwayCommand.DecideContact("pathway", ContactNext.TryAgain) { Reason = "She has a new number." }, People.Worker).ThenNothing();
        again.When(new PathwayCommand.DecideContact("pathway", ContactNext.WaitForPerson) { Reason = "She knows." }, People.Worker).Refused(RefusalCode.ConditionNotReady);
        Assert.Equal(Case.Time("2026-03-19 17:00"), Try(again, "2026-03-16 12:00", AttemptWay.Call).Owed("pathway/contact").Deadline.Due);

        var left = Exhausted().When(new PathwayCommand.DecideContact("pathway", ContactNext.WaitForPerson) { Reason = "She has the letter." }, People.Worker);
        left.OwesNo("pathway/contact").OwesNo("pathway/contact-next");
        Referred().When(new PathwayCommand.DecideContact("pathway", ContactNext.TryAgain) { Reason = "Too early." }, People.Worker).Refused(RefusalCode.ConditionNotReady);
    }

    [Fact]
    public void Whoever_is_reached_or_comes_is_looked_for_no_more()
    {
        var reached = Try(Exhausted(), "2026-03-14 12:00", AttemptWay.Call, AttemptResult.Reached);
        reached.OwesNo("pathway/contact").OwesNo("pathway/contact-next");
        Assert.True(reached.Condition<PathwayCondition>().Reached);
        Try(reached, "2026-03-16 12:00", AttemptWay.Call).OwesNo("pathway/contact");

        var came = Referred().Given(
            new PathwayCommand.AcceptPathwayReferral("pathway"), new AppointmentCommand.ScheduleAppointment("pathway", "p-1", Case.Time("2026-03-11 10:00"), 60));
        came.On("2026-03-11 12:00").When(new AppointmentCommand.RecordAttendance("pathway", "p-1", Attendance.Attended), People.Provider).OwesNo("pathway/contact");
        Assert.True(came.Condition<PathwayCondition>().Reached);
    }

    [Fact]
    public void A_provider_that_declines_stops_and_the_next_one_begins_without_the_attempts_of_the_first()
    {
        var declined = Try(Referred(), "2026-03-11 10:00", AttemptWay.Call).When(new PathwayCommand.DeclinePathwayReferral("pathway") { Reason = "Full." }, People.Provider);
        declined.OwesNo("pathway/contact");
        declined.When(new PathwayCommand.RecordContactAttempt("pathway", AttemptWay.Call, AttemptResult.NoAnswer, Case.Time("2026-03-11 10:00")), People.Worker).Refused(RefusalCode.ConditionNotReady);

        var sent = declined.When(new PathwayCommand.SendPathwayReferral("pathway", "Shoreline"), People.Worker);
        sent.OwesNo("pathway/contact");
        Assert.Empty(sent.Condition<PathwayCondition>().Attempts);

        // Without a plan that was asked for, the first attempt begins one.
        Try(sent, "2026-03-12 10:00", AttemptWay.Call).Owed("pathway/contact");
    }

    [Theory]
    [InlineData(AttemptWay.Call, AttemptResult.NoAnswer, "2026-03-11 12:01", RefusalCode.DateInFuture)]
    [InlineData(AttemptWay.Call, AttemptResult.NoAnswer, "2026-03-09 18:00", RefusalCode.DateTooOld)]
    [InlineData(AttemptWay.Visit, AttemptResult.WrongNumber, "2026-03-11 11:00", RefusalCode.ValueOutOfRange)]
    [InlineData((AttemptWay)9, AttemptResult.NoAnswer, "2026-03-11 11:00", RefusalCode.ValueOutOfRange)]
    [InlineData(AttemptWay.Call, (AttemptResult)(-1), "2026-03-11 11:00", RefusalCode.ValueOutOfRange)]
    public void An_attempt_that_cannot_be_is_refused(AttemptWay way, AttemptResult result, string at, string code) =>
        Referred().On("2026-03-11 12:00").When(new PathwayCommand.RecordContactAttempt("pathway", way, result, Case.Time(at)), People.Provider).Refused(code);

    [Fact]
    public void The_same_attempt_is_recorded_once_and_another_result_of_it_is_asked_about()
    {
        var tried = Try(Referred(), "2026-03-11 10:00", AttemptWay.Call);
        tried.When(new PathwayCommand.RecordContactAttempt("pathway", AttemptWay.Call, AttemptResult.NoAnswer, Case.Time("2026-03-11 10:00")), People.Worker).ThenNothing();
        tried.When(new PathwayCommand.RecordContactAttempt("pathway", AttemptWay.Call, AttemptResult.MessageLeft, Case.Time("2026-03-11 10:00")), People.Worker).Refused(RefusalCode.ConditionNotReady);
    }

    [Fact]
    public void No_series_of_attempts_counts_against_the_person()
    {
        foreach (var seed in Enumerable.Range(1, 40))
        {
            var chance = new Random(seed);
            var at = Case.Time("2026-03-10 11:00");
            var tried = Referred();
            for (var n = 0; n < 12; n++)
            {
                at += Duration.FromHours(chance.Next(1, 40));
                var way = (AttemptWay)chance.Next(4);
                var result = way is AttemptWay.Call or AttemptWay.Text ? (AttemptResult)chance.Next(4) : chance.Next(2) == 0 ? AttemptResult.NoAnswer : AttemptResult.MessageLeft;
                tried.Until(at).Given(new PathwayCommand.RecordContactAttempt("pathway", way, result, at) { By = People.Provider });
            }

            Assert.Empty(tried.State.Failures);
            Assert.Empty(tried.State.Warnings);
            Assert.Null(tried.State.Breach);
        }
    }

    private static Case Referred() => Brought.ToActive(Brought.Pathway()).On("2026-03-10 10:00").Given(new PathwayCommand.SendPathwayReferral("pathway") { Reach = true });

    private static Case Exhausted() => Try(Try(Try(Referred(), "2026-03-11 10:00", AttemptWay.Call), "2026-03-12 10:30", AttemptWay.Call), "2026-03-13 18:30", AttemptWay.Visit).On("2026-03-14 10:00");

    private static Case Try(Case referred, string at, AttemptWay way, AttemptResult result = AttemptResult.NoAnswer) =>
        referred.On(at).When(new PathwayCommand.RecordContactAttempt("pathway", way, result, Case.Time(at)), People.Provider);
}
