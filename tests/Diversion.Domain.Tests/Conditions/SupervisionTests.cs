using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Conditions;

public sealed class SupervisionTests
{
    [Fact]
    public void The_first_meeting_is_the_next_working_day()
    {
        Assert.Equal(Case.Time("2026-03-06 17:00"), Brought.ToActive(Brought.Supervision()).Owed("supervision/first").Deadline.Due);

        var beforeEaster = Brought.ToEligible().On("2026-04-02").Given(Brought.Offer(Brought.Supervision())).When(Brought.Sign(new LocalDate(2026, 4, 2)));
        Assert.Equal(Case.Time("2026-04-07 17:00"), beforeEaster.Owed("supervision/first").Deadline.Due);
    }

    [Fact]
    public void Meetings_are_weekly_for_four_weeks_and_then_every_two_weeks()
    {
        var over = Brought.ToActive(Brought.Supervision()).Until(Brought.AfterTheTerm);

        LocalDate[] lastDays = [.. over.All<SupervisionEvent.PeriodOpened>().Select(period => period.To)];
        Assert.Equal(
            [
                new(2026, 3, 11), new(2026, 3, 18), new(2026, 3, 25), new(2026, 4, 1),
                new(2026, 4, 15), new(2026, 4, 29), new(2026, 5, 13), new(2026, 5, 27), new(2026, 6, 10), new(2026, 6, 24),
                new(2026, 7, 5),
            ],
            lastDays);
        Assert.Single(over.All<SupervisionEvent.PeriodsEnded>());
    }

    [Fact]
    public void Periods_follow_each_other_without_a_gap_across_the_clock_change()
    {
        var over = Brought.ToActive(Brought.Supervision()).Until(Brought.AfterTheTerm);

        var periods = over.Condition<SupervisionCondition>().Periods;
        Assert.Equal(new LocalDate(2026, 3, 5), periods[0].From);
        Assert.All(periods.Zip(periods.Skip(1)), pair => Assert.Equal(pair.First.To.PlusDays(1), pair.Second.From));
        Assert.All(periods, period => Assert.Equal(17, period.Meeting.Due.InZone(Diversion.Domain.Time.WorkingCalendar.Zone).Hour));
    }

    [Theory]
    [InlineData(Attendance.Attended)]
    [InlineData(Attendance.Late)]
    [InlineData(Attendance.MissedAcceptable)]
    public void An_attended_or_excused_meeting_settles_its_period(Attendance attendance)
    {
        var active = Brought.ToActive(Brought.Supervision()).Meeting("supervision", "m-1", "2026-03-06 14:00", attendance);

        active.OwesNo("supervision/first").OwesNo("supervision/period/1");
    }

    [Fact]
    public void After_a_missed_meeting_another_is_due_in_the_same_period()
    {
        var active = Brought.ToActive(Brought.Supervision()).Meeting("supervision", "m-1", "2026-03-06 14:00", Attendance.MissedUnacceptable);
        Assert.NotNull(active.Owed("supervision/period/1"));

        active.Meeting("supervision", "m-2", "2026-03-09 14:00", Attendance.Attended).OwesNo("supervision/period/1");
    }

    [Fact]
    public void A_meeting_that_the_service_cancelled_settles_nothing_and_counts_nothing()
    {
        var active = Brought.ToActive(Brought.Supervision()).Meeting("supervision", "m-1", "2026-03-06 14:00", Attendance.CancelledByService);

        Assert.NotNull(active.Owed("supervision/first"));
        Assert.NotNull(active.Owed("supervision/period/1"));
        Assert.Empty(active.State.Failures);
    }

    [Fact]
    public void A_meeting_that_was_held_and_not_yet_written_down_is_not_overdue()
    {
        var held = Brought.ToActive(Brought.Supervision()).Given(Booked("m-1", "2026-03-06 14:00")).Until("2026-03-10 16:59");

        Assert.Equal(1, held.Owed("supervision/first").Step);
        Assert.DoesNotContain(Agreement.Due(held.State), moment => moment is { Kind: DueKind.Escalated, Subject: "supervision/first" or "supervision/period/1" });

        // Nobody records it: only that escalates.
        held.Until("2026-03-18");
        Assert.All(Late(held), id => Assert.Equal("supervision/outcome/m-1", id));
        Assert.Equal(4, held.Owed("supervision/outcome/m-1").Step);
    }

    [Fact]
    public void A_period_escalates_once_its_meeting_is_known_to_settle_nothing()
    {
        var missed = Brought.ToActive(Brought.Supervision()).Given(Booked("m-1", "2026-03-11 14:00")).Until("2026-03-12 10:00");
        Assert.Equal(1, missed.Owed("supervision/period/1").Step);

        missed.Given(new AppointmentCommand.RecordAttendance("supervision", "m-1", Attendance.MissedUnacceptable)).Until("2026-03-12 10:01");

        Assert.Equal(["supervision/period/1"], Late(missed).Where(id => id != "supervision/first"));
    }

    [Fact]
    public void A_period_waits_while_evidence_may_still_excuse_its_meeting()
    {
        var awaited = Brought.ToActive(Brought.Supervision()).Meeting("supervision", "m-1", "2026-03-11 14:00", Attendance.EvidenceAwaited).Until("2026-03-18 16:59");
        Assert.Equal(1, awaited.Owed("supervision/period/1").Step);

        // Five working days without it.
        awaited.Until("2026-03-18 17:01");
        Assert.Equal(4, awaited.Owed("supervision/period/1").Step);
    }

    [Fact]
    public void A_first_meeting_booked_too_late_is_late()
    {
        var active = Brought.ToActive(Brought.Supervision()).Given(Booked("m-1", "2026-03-09 14:00")).Until("2026-03-06 17:01");

        Assert.Equal(2, active.Owed("supervision/first").Step);
    }

    [Fact]
    public void A_period_without_a_meeting_through_nobodys_fault_is_excused_with_a_reason()
    {
        var active = Brought.ToActive(Brought.Supervision()).Given(new SupervisionCommand.ExcusePeriod("supervision", 1)).OwesNo("supervision/period/1");

        active.When(new SupervisionCommand.ExcusePeriod("supervision", 1)).ThenNothing();
        active.When(new SupervisionCommand.ExcusePeriod("supervision", 2)).Refused(RefusalCode.ValueOutOfRange);
    }

    [Fact]
    public void A_corrected_attendance_reopens_its_period()
    {
        var active = Brought.ToActive(Brought.Supervision()).Meeting("supervision", "m-1", "2026-03-06 14:00", Attendance.Attended)
            .When(new AppointmentCommand.CorrectAttendance("supervision", "m-1", Attendance.MissedUnacceptable));

        Assert.NotNull(active.Owed("supervision/period/1"));
        Assert.Single(active.State.Failures);
    }

    [Fact]
    public void It_is_kept_when_every_period_has_an_attended_or_excused_meeting()
    {
        var over = Brought.ToActive(Brought.Supervision()).AttendEach().Until(Brought.AfterTheTerm);

        over.Is(AgreementStatus.Completed);
        Assert.Equal(ConditionStatus.Kept, over.Condition<SupervisionCondition>().Status);

        // Its last period and the term end at the same instant; the period is processed first, so nothing is left to conclude.
        Assert.Empty(over.All<TermEvent.ConcludingBegan>());
    }

    [Fact]
    public void A_period_without_one_keeps_it_open_until_it_is_excused()
    {
        var over = Brought.ToActive(Brought.Supervision()).AttendEach(except: 6).Until(Brought.AfterTheTerm).Is(AgreementStatus.Concluding);

        Assert.Equal([6], over.Condition<SupervisionCondition>().Unsettled.Select(period => period.Number));
        over.Given(new SupervisionCommand.ExcusePeriod("supervision", 6)).Is(AgreementStatus.Completed);
    }

    [Fact]
    public void A_missed_meeting_that_a_warning_answered_is_left_to_people_at_the_end()
    {
        var active = Brought.ToActive(Brought.Supervision()).AttendEach(except: 6);
        active.Given(new AppointmentCommand.ScheduleAppointment("supervision", "missed", Case.Time("2026-04-20 14:00"), 60))
            .Given(new AppointmentCommand.RecordAttendance("supervision", "missed", Attendance.MissedUnacceptable));

        active.Until("2026-07-31").Is(AgreementStatus.Concluding);
        Assert.Empty(active.All<Domain.Breach.BreachEvent.BreachProposed>());
        active.Given(new SupervisionCommand.ExcusePeriod("supervision", 6)).Is(AgreementStatus.Completed);
    }

    [Fact]
    public void An_extension_opens_further_periods_to_the_new_end()
    {
        var active = Brought.ToActive(Brought.Supervision()).On("2026-07-01").Given(new TermCommand.ExtendTerm(new LocalDate(2026, 8, 2), true));

        active.Until("2026-08-03 00:00");

        Assert.Equal(new LocalDate(2026, 8, 2), active.Condition<SupervisionCondition>().Periods[^1].To);
    }

    private static AppointmentCommand.ScheduleAppointment Booked(string id, string starts) => new("supervision", id, Case.Time(starts), 60);

    private static IEnumerable<string> Late(Case agreement) =>
        agreement.All<TermEvent.ObligationEscalated>().Select(step => step.Obligation).Where(id => id.StartsWith("supervision/", StringComparison.Ordinal));
}
