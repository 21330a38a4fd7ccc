using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Appointments;

/// <summary>A corrected outcome takes back what depended on it, while the agreement runs.</summary>
public sealed class ReopeningTests
{
    private static readonly AppointmentCommand.CorrectAttendance ToAnHour = new("reparation", "s-2", Attendance.Attended, 60);

    [Fact]
    public void A_correction_of_too_many_hours_reopens_a_kept_condition_and_a_lead_is_told()
    {
        var kept = Kept();

        kept.On("2026-03-16").When(ToAnHour);

        var reopened = kept.Then<ConditionEvent.ConditionReopened>();
        Assert.Equal(("reparation", kept.Now), (reopened.ConditionId, reopened.At));
        var condition = kept.Condition<ReparationCondition>();
        Assert.Equal((ConditionStatus.InProgress, null, 600), (condition.Status, condition.ClosedAt, condition.CreditedMinutes));
        Assert.Equal(new Alert("alert-1", AlertKind.ConditionReopened, "reparation", kept.Now), Assert.Single(kept.State.Alerts));
        Assert.Equal(Case.Time("2026-06-21 17:00"), kept.Owed("reparation/all").Deadline.Due);
        kept.OwesNo("reparation/half");
        kept.When(ToAnHour).ThenNothing();
    }

    [Theory]
    [InlineData(Role.KeyWorker)]
    [InlineData(Role.ProgrammeLead)]
    public void Everybody_who_may_correct_an_outcome_may_correct_this_one(Role role)
    {
        var kept = Kept().On("2026-03-16").When(ToAnHour, People.In(role));

        kept.Then<AppointmentEvent.AttendanceCorrected>();
        kept.Then<ConditionEvent.ConditionReopened>();
    }

    [Fact]
    public void A_passed_deadline_is_replaced_by_the_next_working_day()
    {
        var kept = Kept().Until("2026-06-26 10:00").When(new AppointmentCommand.CorrectAttendance("reparation", "s-1", Attendance.Attended, 60));

        Assert.Equal(Case.Time("2026-06-29 17:00"), kept.Owed("reparation/all").Deadline.Due);
        kept.When(ToAnHour);
        Assert.Equal(Case.Time("2026-06-29 17:00"), kept.Owed("reparation/half").Deadline.Due);
        Assert.Equal(0, kept.Owed("reparation/half").Step);
    }

    [Fact]
    public void The_rest_of_the_hours_keeps_it_again()
    {
        var kept = Kept().On("2026-03-16").When(ToAnHour).Meeting("reparation", "s-3", "2026-03-17 09:00", Attendance.Attended, 480);

        kept.Then<ConditionEvent.ConditionKept>();
        Assert.Equal(ConditionStatus.Kept, kept.Condition<ReparationCondition>().Status);
        kept.OwesNo("reparation/all");
    }

    [Fact]
    public void Less_that_is_still_enough_opens_nothing()
    {
        var kept = Kept().On("2026-03-16").When(new AppointmentCommand.CorrectAttendance("reparation", "s-2", Attendance.Attended, 541));

        kept.ThenNo<ConditionEvent.ConditionReopened>();
        Assert.Equal(ConditionStatus.Kept, kept.Condition<ReparationCondition>().Status);
    }

    [Fact]
    public void Open_hours_that_fall_below_half_are_due_again()
    {
        var active = Brought.ToActive(Brought.Reparation()).Meeting("reparation", "s-1", "2026-03-12 09:00", Attendance.Attended, 600);
        active.OwesNo("reparation/half");

        active.When(new AppointmentCommand.CorrectAttendance("reparation", "s-1", Attendance.Attended, 60));

        Assert.Equal(Case.Time("2026-05-05 17:00"), active.Owed("reparation/half").Deadline.Due);
        active.ThenNo<ConditionEvent.ConditionReopened>();
    }

    [Fact]
    public void What_was_booked_when_it_was_kept_goes_on()
    {
        var kept = Brought.ToActive(Brought.Reparation())
            .Given(new AppointmentCommand.ScheduleAppointment("reparation", "s-9", Case.Time("2026-03-20 09:00"), 60))
            .Meeting("reparation", "s-1", "2026-03-12 09:00", Attendance.Attended, 540)
            .Meeting("reparation", "s-2", "2026-03-13 09:00", Attendance.Attended, 540);
        kept.OwesNo("reparation/outcome/s-9");

        kept.Until("2026-03-19 10:00").When(ToAnHour);
        Assert.Equal(Case.Time("2026-03-24 17:00"), kept.Owed("reparation/outcome/s-9").Deadline.Due);

        // The reminder of two days before is in the past; that of the day itself is sent.
        kept.Until("2026-03-20 10:00");
        Assert.Equal([true], kept.All<AppointmentEvent.ParticipantReminded>().Where(reminder => reminder.AppointmentId == "s-9").Select(reminder => reminder.Sent));
    }

    [Fact]
    public void An_absence_that_was_recorded_as_attended_counts_and_opens_it()
    {
        var kept = Kept().On("2026-03-16").When(new AppointmentCommand.CorrectAttendance("reparation", "s-2", Attendance.MissedUnacceptable));

        Assert.Equal("reparation/s-2", Assert.Single(kept.State.Failures).Id);
        kept.Then<ConditionEvent.ConditionReopened>();
    }

    [Fact]
    public void An_agreement_that_waits_for_its_last_record_is_not_completed_over_it()
    {
        var concluding = Brought.ToActive(Brought.Reparation(), Brought.Pathway())
            .Meeting("reparation", "s-1", "2026-03-12 09:00", Attendance.Attended, 540)
            .Meeting("reparation", "s-2", "2026-03-13 09:00", Attendance.Attended, 540)
            .Until(Brought.AfterTheTerm).Is(AgreementStatus.Concluding)
            .On("2026-07-06 10:00").When(ToAnHour);

        Assert.Equal(Case.Time("2026-07-07 17:00"), concluding.Owed("reparation/all").Deadline.Due);
        concluding.Given(new TermCommand.WaiveCondition("pathway")).Is(AgreementStatus.Concluding);
        concluding.Given(new TermCommand.WaiveCondition("reparation")).Is(AgreementStatus.Completed);
    }

    [Fact]
    public void A_supervision_period_that_was_kept_by_it_is_due_again()
    {
        var concluding = Brought.ToActive(Brought.Supervision(), Brought.Pathway()).AttendEach().Until(Brought.AfterTheTerm).Is(AgreementStatus.Concluding);
        Assert.Equal(ConditionStatus.Kept, concluding.Condition<SupervisionCondition>().Status);

        concluding.On("2026-07-06 10:00").When(new AppointmentCommand.CorrectAttendance("supervision", "m-11", Attendance.MissedUnacceptable));

        Assert.Equal(ConditionStatus.InProgress, concluding.Condition<SupervisionCondition>().Status);
        Assert.Equal(Case.Time("2026-07-07 17:00"), concluding.Owed("supervision/period/11").Deadline.Due);
        concluding.When(new SupervisionCommand.ExcusePeriod("supervision", 11));
        Assert.Equal(ConditionStatus.Kept, concluding.Condition<SupervisionCondition>().Status);
    }

    [Fact]
    public void A_pathway_that_its_provider_closed_stays_kept()
    {
        var closed = Brought.ToActive(Brought.Pathway()).Started()
            .Meeting("pathway", "p-1", "2026-03-12 09:00", Attendance.Attended)
            .Given(new PathwayCommand.RecordPathwayAssessment("pathway", AssessmentPoint.End, 7), new PathwayCommand.ClosePathway("pathway", true));

        closed.When(new AppointmentCommand.CorrectAttendance("pathway", "p-1", Attendance.MissedUnacceptable));

        Assert.Equal(ConditionStatus.Kept, closed.Condition<PathwayCondition>().Status);
        Assert.Single(closed.State.Failures);
    }

    [Fact]
    public void In_a_waived_condition_the_record_is_corrected_and_nothing_reopens()
    {
        var waived = Brought.ToActive(Brought.Supervision(), Brought.Reparation())
            .Meeting("reparation", "s-1", "2026-03-12 09:00", Attendance.MissedUnacceptable)
            .Given(new TermCommand.WaiveCondition("reparation"));

        waived.When(new AppointmentCommand.CorrectAttendance("reparation", "s-1", Attendance.MissedAcceptable));

        Assert.True(Assert.Single(waived.State.Failures).Annulled);
        Assert.Equal(ConditionStatus.Waived, waived.Condition<ReparationCondition>().Status);
    }

    [Fact]
    public void An_agreement_that_has_ended_stays_as_it_ended()
    {
        var completed = Kept().Until(Brought.AfterTheTerm).Is(AgreementStatus.Completed);

        completed.When(ToAnHour).Refused(RefusalCode.AgreementEnded);
    }

    private static Case Kept() => Brought.ToActive(Brought.Reparation())
        .Meeting("reparation", "s-1", "2026-03-12 09:00", Attendance.Attended, 540)
        .Meeting("reparation", "s-2", "2026-03-13 09:00", Attendance.Attended, 600);
}
