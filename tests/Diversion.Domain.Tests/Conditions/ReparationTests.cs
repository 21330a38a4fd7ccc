using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Conditions;

public sealed class ReparationTests
{
    [Fact]
    public void A_placement_is_arranged_in_14_days_half_by_the_midpoint_and_all_14_days_before_the_end()
    {
        var active = Brought.ToActive(Brought.Reparation());

        Assert.Equal(Case.Time("2026-03-19 17:00"), active.Owed("reparation/placement").Deadline.Due);
        Assert.Equal(Case.Time("2026-05-05 17:00"), active.Owed("reparation/half").Deadline.Due);
        Assert.Equal(Case.Time("2026-06-21 17:00"), active.Owed("reparation/all").Deadline.Due);
    }

    [Fact]
    public void The_default_is_18_hours()
    {
        Assert.Equal(18 * 60, Brought.ToActive(Brought.Reparation()).Condition<ReparationCondition>().TargetMinutes);
        Assert.Equal(36 * 60, Brought.ToActive(Brought.Reparation(36)).Condition<ReparationCondition>().TargetMinutes);
    }

    [Fact]
    public void A_placement_settles_its_setup_and_keeps_whether_it_is_community_safety()
    {
        var active = Brought.ToActive(Brought.Reparation()).Given(Placement());

        active.OwesNo("reparation/placement");
        Assert.Equal(new Placement("p-1", "Riverside clean-up", true, new LocalDate(2026, 3, 12)), active.Condition<ReparationCondition>().Placement);
        active.When(Placement()).ThenNothing();
        active.When(Placement() with { StartsOn = new LocalDate(2026, 7, 6) }).Refused(RefusalCode.AppointmentOutsideTerm);
    }

    [Fact]
    public void Credit_is_attended_minutes_less_penalty_minutes()
    {
        var active = Brought.ToActive(Brought.Reparation())
            .Meeting("reparation", "s-1", "2026-03-12 09:00", Attendance.Attended, 360, penalty: 30);

        Assert.Equal(330, active.Condition<ReparationCondition>().CreditedMinutes);
    }

    [Fact]
    public void Credit_never_goes_beyond_the_target()
    {
        var active = Brought.ToActive(Brought.Reparation())
            .Meeting("reparation", "s-1", "2026-03-12 09:00", Attendance.Attended, 60, penalty: 60)
            .Meeting("reparation", "s-2", "2026-03-13 09:00", Attendance.Attended, 600);
        Assert.Equal(600, active.Condition<ReparationCondition>().CreditedMinutes);
        active.OwesNo("reparation/half");

        active.Meeting("reparation", "s-3", "2026-03-16 09:00", Attendance.Attended, 600);

        Assert.Equal(18 * 60, active.Condition<ReparationCondition>().CreditedMinutes);
        Assert.Equal(480, active.Then<AppointmentEvent.AttendanceRecorded>().CreditedMinutes);
        Assert.Equal(ConditionStatus.Kept, active.Condition<ReparationCondition>().Status);
        active.OwesNo("reparation/all");
    }

    [Fact]
    public void A_session_keeps_its_grade()
    {
        var active = Brought.ToActive(Brought.Reparation()).Given(
                new AppointmentCommand.ScheduleAppointment("reparation", "s-1", Case.Time("2026-03-12 09:00"), 120))
            .On("2026-03-12 12:00")
            .When(new AppointmentCommand.RecordAttendance("reparation", "s-1", Attendance.Attended, MinutesAttended: 110, Grade: SessionGrade.Good));

        Assert.Equal(SessionGrade.Good, active.Then<AppointmentEvent.AttendanceRecorded>().Grade);
        Assert.Equal(110, active.Condition<ReparationCondition>().CreditedMinutes);
    }

    [Fact]
    public void Hours_recorded_again_with_another_figure_are_refused_not_swallowed()
    {
        var active = Brought.ToActive(Brought.Reparation()).Meeting("reparation", "s-1", "2026-03-12 09:00", Attendance.Attended, 120);

        active.When(new AppointmentCommand.RecordAttendance("reparation", "s-1", Attendance.Attended)).ThenNothing();
        active.When(new AppointmentCommand.RecordAttendance("reparation", "s-1", Attendance.Attended, MinutesAttended: 90)).Refused(RefusalCode.AppointmentSettled);
        active.When(new AppointmentCommand.CorrectAttendance("reparation", "s-1", Attendance.Attended, 90));
        Assert.Equal(90, active.Condition<ReparationCondition>().CreditedMinutes);
    }

    [Fact]
    public void Hours_that_were_offered_and_not_worked_are_proposed_as_a_breach_when_concluding_is_over()
    {
        var active = Worked(Attendance.MissedUnacceptable).Is(AgreementStatus.BreachReview);

        Assert.Equal(BreachCause.ConditionsNotKept, active.State.Breach!.Cause);
    }

    [Theory]
    [InlineData(Attendance.MissedAcceptable)]
    [InlineData(Attendance.CancelledByService)]
    public void Hours_missing_for_a_reason_or_through_the_service_are_not_held_against_the_person(Attendance attendance)
    {
        var active = Worked(attendance).Is(AgreementStatus.Concluding);

        Assert.Equal(AlertKind.RecordsMissingAfterEnd, Assert.Single(active.State.Alerts).Kind);
        Assert.Empty(active.All<BreachEvent.BreachProposed>());
        active.When(new TermCommand.ExtendTerm(new LocalDate(2026, 8, 2), true)).Is(AgreementStatus.Active);
        Assert.Equal(Case.Time("2026-07-19 17:00"), active.Owed("reparation/all").Deadline.Due);
        Assert.Empty(active.State.Alerts);
    }

    [Fact]
    public void A_session_whose_outcome_nobody_recorded_is_not_held_against_the_person()
    {
        var active = Brought.ToActive(Brought.Reparation());
        for (var session = 1; session <= 3; session++)
        {
            active.Given(new AppointmentCommand.ScheduleAppointment("reparation", $"s-{session}", Case.Time($"2026-06-0{session} 09:00"), 600));
        }

        active.Until("2026-07-13 09:00").Is(AgreementStatus.Concluding);
        Assert.Empty(active.All<BreachEvent.BreachProposed>());
    }

    private static Case Worked(Attendance attendance)
    {
        var active = Brought.ToActive(Brought.Reparation()).Given(Placement())
            .Meeting("reparation", "s-1", "2026-03-12 09:00", Attendance.Attended, 540)
            .Meeting("reparation", "s-2", "2026-03-13 09:00", attendance, 540);
        return active.Until("2026-07-10 17:00");
    }

    private static ReparationCommand.ArrangePlacement Placement() => new("reparation", "p-1", "Riverside clean-up", true, new LocalDate(2026, 3, 12));
}
