using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Telling;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Breach;

/// <summary>What has been taken back does not go silently: the lead sees it, the person hears of it, and the proposer leaves it alone.</summary>
public sealed class TakenBackTests
{
    [Fact]
    public void A_correction_that_makes_a_warning_fall_is_told_to_a_lead_and_keeps_its_own_withdrawal_with_the_reason()
    {
        var warned = Missed("m-1", "2026-03-06 14:00", People.Lead);
        var correction = new AppointmentCommand.CorrectAttendance("supervision", "m-1", Attendance.Attended) { Reason = "The wrong person was ticked." };

        warned.When(correction, People.Worker);

        Assert.Equal(WithdrawnBecause.FailureExcused, warned.Then<BreachEvent.WarningWithdrawn>().Because);
        Assert.Contains(new Alert("alert-1", AlertKind.FailureTakenBack, "supervision/m-1", warned.Now), warned.State.Alerts);
        Assert.All(
            warned.Events.Select((happened, place) => (happened, reason: correction.ReasonFor(happened, place)))
                .Where(one => one.happened is BreachEvent.WarningWithdrawn or BreachEvent.FailureAnnulled),
            one => Assert.Equal("The wrong person was ticked.", one.reason));
    }

    [Fact]
    public void A_lead_who_corrects_it_needs_no_alert()
    {
        var warned = Missed("m-1", "2026-03-06 14:00", People.Worker);

        warned.When(new AppointmentCommand.CorrectAttendance("supervision", "m-1", Attendance.MissedAcceptable), People.Lead);

        Assert.True(Assert.Single(warned.State.Warnings).Withdrawn);
        Assert.Empty(warned.State.Alerts);
    }

    [Fact]
    public void A_failure_that_never_counted_is_excused_without_an_alert()
    {
        // The second is missed before anybody has told the person of the warning for the first.
        var held = Missed("m-1", "2026-03-06 14:00", People.Worker).Meeting("supervision", "m-2", "2026-03-09 14:00", Attendance.MissedUnacceptable);

        held.When(new AppointmentCommand.CorrectAttendance("supervision", "m-2", Attendance.MissedAcceptable));

        Assert.Empty(held.State.Alerts);
    }

    [Fact]
    public void A_warning_that_the_person_was_told_of_is_told_again_when_it_falls()
    {
        var told = Missed("m-1", "2026-03-06 14:00", People.Worker).Tell("warning-1");

        told.When(new AppointmentCommand.CorrectAttendance("supervision", "m-1", Attendance.Attended));

        Assert.Equal(Case.Time("2026-03-09 17:00"), told.Owed("person/warning-withdrawn-1").Deadline.Due);
        told.Tell("warning-withdrawn-1").OwesNo("person/warning-withdrawn-1");
    }

    [Fact]
    public void Withdrawn_by_decision_it_is_told_again_and_a_warning_that_nobody_told_is_not()
    {
        Brought.ToActive().Given(new BreachCommand.RecordFailure("f-1")).Tell("warning-1")
            .Given(new BreachCommand.WithdrawWarning(1)).Owed("person/warning-withdrawn-1");
        Brought.ToActive().Given(new BreachCommand.RecordFailure("f-1"))
            .When(new BreachCommand.WithdrawWarning(1)).OwesNo("person/warning-withdrawn-1").OwesNo("person/warning-1");
    }

    [Fact]
    public void A_warning_given_too_early_that_was_told_is_told_again_when_it_falls()
    {
        var active = Brought.ToActive().Given(new BreachCommand.RecordFailure("f-1")).Tell("warning-1")
            .Given(new BreachCommand.RecordFailure("f-2")).Tell("warning-2");

        active.When(new TellingCommand.TellPerson("warning-1", ToldHow.Telephone, active.Now) { Reason = "It was today." });

        Assert.Equal(WithdrawnBecause.GivenTooEarly, active.Then<BreachEvent.WarningWithdrawn>().Because);
        active.Owed("person/warning-withdrawn-2");
    }

    [Fact]
    public void While_a_breach_waits_its_proposer_excuses_nothing_that_it_may_rest_on()
    {
        var review = Missed("m-1", "2026-03-06 14:00", People.Worker).Tell("warning-1").When(new BreachCommand.ProposeBreach(), People.Worker);
        AgreementCommand[] ways =
        [
            new SupervisionCommand.ExcusePeriod("supervision", review.Condition<SupervisionCondition>().Unsettled[0].Number),
            new BreachCommand.WithdrawWarning(1),
            new AppointmentCommand.CorrectAttendance("supervision", "m-1", Attendance.MissedAcceptable),
            new TellingCommand.TellPerson("warning-1", ToldHow.Letter, Case.Time("2026-03-06 16:00")) { Reason = "It was a letter." },
        ];

        Assert.All(ways, way => review.When(way, People.Worker).Refused(RefusalCode.BreachDeciderIsProposer));
        Assert.All(ways, way =>
        {
            var other = Missed("m-1", "2026-03-06 14:00", People.Worker).Tell("warning-1").When(new BreachCommand.ProposeBreach(), People.Worker);
            Assert.Null(other.When(way, People.Lead).Refusal);
        });
    }

    [Fact]
    public void A_failure_of_an_appointment_without_an_outcome_is_not_excused_by_the_proposer_either()
    {
        var review = Brought.ToActive(Brought.Supervision()).On("2026-03-05 11:00")
            .Given(
                new AppointmentCommand.ScheduleAppointment("supervision", "m-1", Case.Time("2026-03-06 14:00"), 60),
                new AppointmentCommand.ScheduleAppointment("supervision", "m-2", Case.Time("2026-03-07 14:00"), 60))
            .On("2026-03-09")
            .Given(new BreachCommand.RecordFailure("f-1", "supervision", AppointmentId: "m-1"))
            .When(new BreachCommand.ProposeBreach(), People.Worker);

        review.When(new AppointmentCommand.RecordAttendance("supervision", "m-1", Attendance.MissedAcceptable), People.Worker)
            .Refused(RefusalCode.BreachDeciderIsProposer);
        Assert.Null(review.When(new AppointmentCommand.RecordAttendance("supervision", "m-2", Attendance.MissedAcceptable), People.Worker).Refusal);
    }

    [Fact]
    public void A_proposal_whose_failure_was_taken_back_says_so_and_stays_for_the_lead()
    {
        var review = Missed("m-1", "2026-03-06 14:00", People.Worker).Tell("warning-1")
            .Given(new BreachCommand.RecordFailure("f-2")).Tell("warning-2")
            .When(new BreachCommand.RecordFailure("f-3")).Is(AgreementStatus.BreachReview);
        Assert.False(review.State.Breach!.BasisTakenBack);

        review.When(new AppointmentCommand.CorrectAttendance("supervision", "m-1", Attendance.Attended), People.Manager);

        Assert.True(review.State.Breach!.BasisTakenBack);
        review.Is(AgreementStatus.BreachReview);
        Assert.Contains(review.State.Alerts, alert => alert.Kind == AlertKind.FailureTakenBack);
    }

    private static Case Missed(string id, string starts, Actor by)
    {
        var starting = Case.Time(starts);
        return Brought.ToActive(Brought.Supervision())
            .Given(new AppointmentCommand.ScheduleAppointment("supervision", id, starting, 60))
            .Until(starting + Duration.FromHours(1))
            .When(new AppointmentCommand.RecordAttendance("supervision", id, Attendance.MissedUnacceptable), by);
    }
}
