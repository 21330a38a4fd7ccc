using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Appointments;

public sealed class AppointmentTests
{
    private const string Id = "supervision";

    [Fact]
    public void The_outcome_is_recorded_within_two_working_days()
    {
        var active = Scheduled("2026-03-06 14:00");

        Assert.Equal(Case.Time("2026-03-10 17:00"), active.Owed($"{Id}/outcome/m-1").Deadline.Due);
        active.On("2026-03-06 15:00").When(Record(Attendance.Attended)).OwesNo($"{Id}/outcome/m-1");
    }

    [Fact]
    public void A_meeting_that_nobody_recorded_is_chased()
    {
        var active = Scheduled("2026-03-06 14:00").Until("2026-03-18");

        Assert.Equal(
            [1, 2, 3],
            active.All<Domain.Term.TermEvent.ObligationEscalated>().Where(step => step.Obligation == $"{Id}/outcome/m-1").Select(step => step.Step));
        Assert.Empty(active.State.Failures);
    }

    [Theory]
    [InlineData(15, AppointmentStatus.Attended)]
    [InlineData(16, AppointmentStatus.Late)]
    public void Late_is_over_fifteen_minutes(int minutes, AppointmentStatus expected)
    {
        var active = Scheduled("2026-03-06 14:00").On("2026-03-06 15:00").When(Record(Attendance.Attended, minutes));

        Assert.Equal(expected, Status(active));
        Assert.Empty(active.State.Failures);
    }

    [Fact]
    public void A_missed_meeting_is_acceptable_or_counts()
    {
        Assert.Empty(Scheduled("2026-03-06 14:00").On("2026-03-06 15:00").Given(Record(Attendance.MissedAcceptable)).State.Failures);
        var counted = Scheduled("2026-03-06 14:00").On("2026-03-06 15:00").When(Record(Attendance.MissedUnacceptable));
        Assert.Equal($"{Id}/m-1", Assert.Single(counted.State.Failures).Id);
    }

    [Fact]
    public void Evidence_is_awaited_five_working_days_and_then_the_absence_is_unacceptable()
    {
        var active = Awaiting();
        Assert.Empty(active.State.Failures);

        active.Until("2026-03-13 16:59");
        Assert.Equal(AppointmentStatus.EvidenceAwaited, Status(active));
        active.Until("2026-03-13 17:00");
        Assert.Equal(AppointmentStatus.MissedUnacceptable, Status(active));
        Assert.Equal(FailureKind.EvidenceNotProvided, Assert.Single(active.State.Failures).Kind);
        Assert.Single(active.State.Warnings);
    }

    [Theory]
    [InlineData(true, AppointmentStatus.MissedAcceptable, 0)]
    [InlineData(false, AppointmentStatus.MissedUnacceptable, 1)]
    public void Evidence_that_came_decides(bool acceptable, AppointmentStatus expected, int failures)
    {
        var active = Awaiting().On("2026-03-09").When(new AppointmentCommand.RecordEvidence(Id, "m-1", acceptable));

        Assert.Equal(expected, Status(active));
        Assert.Equal(failures, active.State.Failures.Length);
        active.When(new AppointmentCommand.RecordEvidence(Id, "m-1", acceptable)).ThenNothing();
        active.Until("2026-03-20");
        Assert.Equal(failures, active.State.Failures.Length);
    }

    [Fact]
    public void A_meeting_that_the_service_cancels_never_counts_even_before_it_begins() =>
        Assert.Empty(Scheduled("2026-03-06 14:00").When(Record(Attendance.CancelledByService)).State.Failures);

    [Fact]
    public void Nothing_else_is_recorded_before_it_begins() =>
        Scheduled("2026-03-06 14:00").On("2026-03-06 13:59").When(Record(Attendance.Attended)).Refused(RefusalCode.AppointmentNotYet);

    [Fact]
    public void A_reschedule_supersedes_and_never_deletes()
    {
        var active = Scheduled("2026-03-06 14:00").When(
            new AppointmentCommand.RescheduleAppointment(Id, "m-1", "m-2", Case.Time("2026-03-09 14:00"), 60));

        var meetings = active.Condition<SupervisionCondition>().Appointments;
        Assert.Equal([AppointmentStatus.Superseded, AppointmentStatus.Scheduled], meetings.Select(meeting => meeting.Status));
        Assert.Equal("m-1", active.Then<AppointmentEvent.AppointmentScheduled>().Supersedes);
        active.OwesNo($"{Id}/outcome/m-1");
        active.When(new AppointmentCommand.RescheduleAppointment(Id, "m-1", "m-2", Case.Time("2026-03-09 14:00"), 60)).ThenNothing();
        active.On("2026-03-06 15:00").When(Record(Attendance.MissedUnacceptable)).Refused(RefusalCode.AppointmentSettled);
    }

    [Fact]
    public void A_recorded_meeting_is_moved_no_more() =>
        Scheduled("2026-03-06 14:00").On("2026-03-06 15:00").Given(Record(Attendance.Attended))
            .When(new AppointmentCommand.RescheduleAppointment(Id, "m-1", "m-2", Case.Time("2026-03-09 14:00"), 60))
            .Refused(RefusalCode.AppointmentSettled);

    [Fact]
    public void An_absence_excused_later_no_longer_counts_nor_does_its_warning()
    {
        var active = Scheduled("2026-03-06 14:00").On("2026-03-06 15:00").When(Record(Attendance.MissedUnacceptable));
        Assert.False(Assert.Single(active.State.Warnings).Withdrawn);

        active.When(new AppointmentCommand.CorrectAttendance(Id, "m-1", Attendance.MissedAcceptable));

        Assert.True(Assert.Single(active.State.Failures).Annulled);
        Assert.True(Assert.Single(active.State.Warnings).Withdrawn);
    }

    [Fact]
    public void The_participant_is_reminded_two_days_before_and_on_the_day()
    {
        var active = Scheduled("2026-03-12 14:00").Until("2026-03-13");

        Assert.Equal([Case.Time("2026-03-10 09:00"), Case.Time("2026-03-12 09:00")], Scheduled("2026-03-12 14:00").Then<AppointmentEvent.AppointmentScheduled>().Reminders.ToArray());
        Assert.Equal([true, true], active.All<AppointmentEvent.ParticipantReminded>().Select(reminder => reminder.Sent));
    }

    [Fact]
    public void On_the_day_of_an_early_meeting_the_reminder_comes_before_it()
    {
        var reminders = Scheduled("2026-03-12 08:30").Then<AppointmentEvent.AppointmentScheduled>().Reminders;

        Assert.Equal([Case.Time("2026-03-10 09:00"), Case.Time("2026-03-12 07:30")], reminders.ToArray());
    }

    [Theory]
    [InlineData(false, "robin@example.test")]
    [InlineData(true, null)]
    public void No_reminder_is_sent_without_consent_or_contact(bool consent, string? email)
    {
        var person = People.Participant with { ContactConsent = consent, Email = email };
        var active = Brought.ToEligible(person: person).On(Brought.Signing).Given(Brought.Offer(Brought.Supervision()), Brought.Sign())
            .Given(Schedule("2026-03-12 14:00")).Until("2026-03-13");

        Assert.All(active.All<AppointmentEvent.ParticipantReminded>(), reminder => Assert.False(reminder.Sent));
    }

    [Fact]
    public void After_an_outage_a_reminder_of_a_past_meeting_is_recorded_not_sent()
    {
        var active = Scheduled("2026-03-12 14:00").OutUntil("2026-03-12 15:00");

        Assert.Equal([false, false], active.All<AppointmentEvent.ParticipantReminded>().Select(reminder => reminder.Sent));
    }

    [Fact]
    public void A_reminder_across_the_clock_change_keeps_its_time_of_day() =>
        Assert.Equal(
            [Instant.FromUtc(2026, 3, 28, 9, 0), Instant.FromUtc(2026, 3, 30, 8, 0)],
            Scheduled("2026-03-30 14:00").Then<AppointmentEvent.AppointmentScheduled>().Reminders.ToArray());

    [Fact]
    public void An_outcome_deadline_across_the_spring_change_keeps_its_time_of_day() =>
        Assert.Equal(Instant.FromUtc(2026, 3, 31, 16, 0), Scheduled("2026-03-27 14:00").Owed($"{Id}/outcome/m-1").Deadline.Due);

    [Theory]
    [InlineData("2026-03-04 14:00")]
    [InlineData("2026-07-06 00:00")]
    [InlineData("9999-12-31 23:00")]
    public void An_appointment_outside_the_term_is_refused(string starts)
    {
        var refusal = Brought.ToActive(Brought.Supervision()).When(Schedule(starts)).Refusal;

        Assert.Contains(refusal!.Code, (string[])[RefusalCode.AppointmentOutsideTerm, RefusalCode.ValueOutOfRange]);
    }

    [Fact]
    public void Impossible_times_are_refused_not_thrown()
    {
        var active = Brought.ToActive(Brought.Supervision());

        active.When(new AppointmentCommand.ScheduleAppointment(Id, "m-1", Instant.MinValue, 60)).Refused(RefusalCode.ValueOutOfRange);
        active.When(new AppointmentCommand.ScheduleAppointment(Id, "m-1", Instant.MaxValue, 60)).Refused(RefusalCode.ValueOutOfRange);
        active.When(new AppointmentCommand.ScheduleAppointment(Id, "m-1", Case.Time("2026-03-12 14:00"), 601)).Refused(RefusalCode.ValueOutOfRange);
    }

    [Fact]
    public void A_meeting_can_be_written_down_afterwards()
    {
        var active = Brought.ToActive(Brought.Supervision()).On("2026-03-10").Given(Schedule("2026-03-06 14:00")).When(Record(Attendance.Attended));

        active.OwesNo("supervision/period/1");
    }

    [Fact]
    public void Scheduled_twice_changes_nothing_and_another_time_under_the_same_id_is_refused()
    {
        var active = Scheduled("2026-03-12 14:00");

        active.When(Schedule("2026-03-12 14:00")).ThenNothing();
        active.When(Schedule("2026-03-13 14:00")).Refused(RefusalCode.AppointmentExists);
    }

    private static AppointmentCommand.ScheduleAppointment Schedule(string starts) => new(Id, "m-1", Case.Time(starts), 60);

    private static AppointmentCommand.RecordAttendance Record(Attendance attendance, int? late = null) => new(Id, "m-1", attendance, late);

    private static Case Scheduled(string starts) => Brought.ToActive(Brought.Supervision()).When(Schedule(starts));

    private static Case Awaiting() => Scheduled("2026-03-06 14:00").On("2026-03-06 15:00").Given(Record(Attendance.EvidenceAwaited));

    private static AppointmentStatus Status(Case agreement) => Assert.Single(agreement.Condition<SupervisionCondition>().Appointments).Status;
}
