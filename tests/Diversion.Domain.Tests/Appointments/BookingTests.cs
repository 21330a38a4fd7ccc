using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Time;

namespace Diversion.Domain.Tests.Appointments;

/// <summary>When an appointment can be, and to when it can be moved.</summary>
public sealed class BookingTests
{
    private const string Id = "supervision";

    [Fact]
    public void One_missed_meeting_is_not_booked_three_times_and_counts_once()
    {
        var active = Brought.ToActive(Brought.Supervision()).On("2026-03-10").Given(Book("dup-1", "2026-03-06 10:00"));

        active.When(Book("dup-2", "2026-03-06 10:00")).Refused(RefusalCode.AppointmentOverlaps);
        active.When(Book("dup-3", "2026-03-06 10:00")).Refused(RefusalCode.AppointmentOverlaps);
        active.Given(new AppointmentCommand.RecordAttendance(Id, "dup-1", Attendance.MissedUnacceptable));
        active.When(Book("dup-2", "2026-03-06 10:00")).Refused(RefusalCode.AppointmentOverlaps);
        Assert.Single(active.State.Failures);
        active.Is(AgreementStatus.Active);
    }

    [Theory]
    [InlineData("2026-03-12 09:00", 60, false)]
    [InlineData("2026-03-12 09:00", 61, true)]
    [InlineData("2026-03-12 10:59", 60, true)]
    [InlineData("2026-03-12 11:00", 60, false)]
    [InlineData("2026-03-12 10:15", 15, true)]
    [InlineData("2026-03-12 08:00", 300, true)]
    public void Nobody_is_at_two_appointments_at_once_whichever_conditions_they_belong_to(string starts, int minutes, bool overlaps)
    {
        foreach (var other in (string[])[Id, "reparation", "pathway"])
        {
            var active = Brought.ToActive(Brought.Supervision(), Brought.Reparation(), Brought.Pathway()).Given(Book("m-1", "2026-03-12 10:00"));
            active.When(new AppointmentCommand.ScheduleAppointment(other, "o-1", Case.Time(starts), minutes));
            Assert.Equal(overlaps ? RefusalCode.AppointmentOverlaps : null, active.Refusal?.Code);
        }
    }

    [Fact]
    public void The_refusal_says_when_but_not_by_what()
    {
        var active = Brought.ToActive(Brought.Supervision(), Brought.Reparation()).Given(Book("m-1", "2026-03-12 10:00"));
        active.When(new AppointmentCommand.ScheduleAppointment("reparation", "s-1", Case.Time("2026-03-12 10:30"), 60), People.In(Role.Provider));

        Assert.Equal(
            "The person has another appointment from 10am to 11am on Thursday 12 March 2026. Choose a time before or after it.",
            active.Refused(RefusalCode.AppointmentOverlaps).Message);
    }

    [Fact]
    public void What_was_cancelled_or_moved_takes_no_time()
    {
        var active = Brought.ToActive(Brought.Supervision()).Given(
            Book("m-1", "2026-03-12 10:00"),
            new AppointmentCommand.RecordAttendance(Id, "m-1", Attendance.CancelledByService),
            Book("m-2", "2026-03-12 10:00"),
            Move("m-2", "m-3", "2026-03-12 10:30"),
            Move("m-3", "m-4", "2026-03-13 10:00"));

        active.When(Book("m-5", "2026-03-12 10:30")).Then<AppointmentEvent.AppointmentScheduled>();
    }

    [Fact]
    public void A_cancelled_one_that_was_held_after_all_must_not_overlap()
    {
        var active = Brought.ToActive(Brought.Supervision()).Given(
            Book("m-1", "2026-03-12 10:00"),
            new AppointmentCommand.RecordAttendance(Id, "m-1", Attendance.CancelledByService),
            Book("m-2", "2026-03-12 10:30")).On("2026-03-12 12:00");

        active.When(new AppointmentCommand.CorrectAttendance(Id, "m-1", Attendance.Attended)).Refused(RefusalCode.AppointmentOverlaps);
        active.When(new AppointmentCommand.CorrectAttendance(Id, "m-1", Attendance.MissedUnacceptable)).Refused(RefusalCode.AppointmentOverlaps);
    }

    [Fact]
    public void What_was_booked_for_a_condition_that_was_waived_takes_no_time()
    {
        var active = Brought.ToActive(Brought.Supervision(), Brought.Reparation()).Given(
            new AppointmentCommand.ScheduleAppointment("reparation", "s-1", Case.Time("2026-03-12 10:00"), 60),
            new Domain.Term.TermCommand.WaiveCondition("reparation"));

        active.When(Book("m-1", "2026-03-12 10:00")).Then<AppointmentEvent.AppointmentScheduled>();
    }

    [Fact]
    public void It_is_moved_to_a_free_time_and_may_overlap_itself()
    {
        var active = Brought.ToActive(Brought.Supervision()).Given(Book("m-1", "2026-03-12 10:00"), Book("m-2", "2026-03-12 14:00"));

        active.When(Move("m-1", "m-3", "2026-03-12 13:30")).Refused(RefusalCode.AppointmentOverlaps);
        active.When(Move("m-1", "m-3", "2026-03-12 10:30")).Then<AppointmentEvent.AppointmentScheduled>();
        active.When(Move("m-2", "m-3", "2026-03-16 10:30")).Refused(RefusalCode.AppointmentExists);
    }

    [Theory]
    [InlineData("2026-04-03 10:00", "Friday 3 April 2026 is Good Friday")]
    [InlineData("2026-05-04 10:00", "Monday 4 May 2026 is the Early May bank holiday")]
    [InlineData("2026-03-08 10:00", "8 March 2026 is a Sunday")]
    [InlineData("2026-03-12 03:00", "It starts at 3am, in the night")]
    [InlineData("2026-03-12 06:59", "It starts at 6:59am, in the night")]
    [InlineData("2026-03-12 21:30", "It ends at 10:30pm, in the night")]
    [InlineData("2026-03-12 23:30", "It starts at 11:30pm, in the night")]
    [InlineData("2026-03-29 02:30", "29 March 2026 is a Sunday. It starts at 2:30am, in the night")]
    public void An_unusual_time_is_kept_only_when_it_is_confirmed(string starts, string why)
    {
        var active = Brought.ToActive(Brought.Supervision());

        Assert.StartsWith(why, active.When(Book("m-1", starts)).Refused(RefusalCode.TimeUnusual).Message, StringComparison.Ordinal);
        active.Given(Book("m-1", starts) with { ConfirmUnusualTime = true });
        active.Given(Book("m-2", "2026-03-10 10:00"));
        active.When(Move("m-2", "m-3", starts)).Refused(RefusalCode.AppointmentOverlaps);
    }

    [Theory]
    [InlineData("2026-03-07 10:00")]
    [InlineData("2026-03-12 07:00")]
    [InlineData("2026-03-12 21:00")]
    [InlineData("2026-03-12 12:00")]
    public void A_saturday_and_the_edges_of_the_day_are_usual(string starts) =>
        Brought.ToActive(Brought.Supervision()).When(Book("m-1", starts)).Then<AppointmentEvent.AppointmentScheduled>();

    [Fact]
    public void Moving_asks_the_same_and_a_repeat_is_not_asked_again()
    {
        var active = Brought.ToActive(Brought.Supervision()).Given(Book("m-1", "2026-03-10 10:00"));

        active.When(Move("m-1", "m-2", "2026-04-03 10:00")).Refused(RefusalCode.TimeUnusual);
        active.Given(Move("m-1", "m-2", "2026-04-03 10:00") with { ConfirmUnusualTime = true });
        active.When(Move("m-1", "m-2", "2026-04-03 10:00")).ThenNothing();
        active.When(Book("m-2", "2026-04-03 10:00")).ThenNothing();
    }

    [Theory]
    [InlineData("2026-03-12 10:00")]
    [InlineData("2026-03-12 10:30")]
    [InlineData("2026-03-20 10:00")]
    public void An_appointment_that_has_begun_is_not_moved(string now)
    {
        foreach (var condition in (string[])[Id, "reparation", "pathway"])
        {
            var active = Brought.ToActive(Brought.Supervision(), Brought.Reparation(), Brought.Pathway())
                .Given(new AppointmentCommand.ScheduleAppointment(condition, "a-1", Case.Time("2026-03-12 10:00"), 60)).On(now);

            var refusal = active.When(new AppointmentCommand.RescheduleAppointment(condition, "a-1", "a-2", Case.Time("2026-03-25 10:00"), 60))
                .Refused(RefusalCode.AppointmentBegun);
            Assert.Contains("Record its outcome", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void It_is_moved_neither_into_the_past_nor_beyond_the_term()
    {
        var active = Brought.ToActive(Brought.Supervision()).Given(Book("m-1", "2026-03-20 10:00")).On("2026-03-16 10:00");

        active.When(Move("m-1", "m-2", "2026-03-13 10:00")).Refused(RefusalCode.DateInPast);
        active.When(Move("m-1", "m-2", "2026-03-16 10:00")).Refused(RefusalCode.DateInPast);
        active.When(Move("m-1", "m-2", "2026-07-06 10:00")).Refused(RefusalCode.AppointmentOutsideTerm);
        active.When(Move("m-1", "m-2", "2026-07-05 23:30")).Refused(RefusalCode.AppointmentOutsideTerm);
    }

    [Fact]
    public void After_it_began_a_cancellation_says_why()
    {
        var active = Brought.ToActive(Brought.Supervision()).Given(Book("m-1", "2026-03-12 10:00")).On("2026-03-12 10:00");
        var cancelled = new AppointmentCommand.RecordAttendance(Id, "m-1", Attendance.CancelledByService);

        active.When(cancelled).Refused(RefusalCode.CancellationUnexplained);
        active.When(cancelled with { Note = "  " }).Refused(RefusalCode.CancellationUnexplained);
        active.When(cancelled with { Note = "The worker was ill." });
        Assert.Empty(active.State.Failures);
    }

    [Fact]
    public void A_missed_one_becomes_cancelled_only_by_a_correction_with_a_reason()
    {
        var active = Brought.ToActive(Brought.Supervision()).Given(Book("m-1", "2026-03-12 10:00")).On("2026-03-12 12:00")
            .Given(new AppointmentCommand.RecordAttendance(Id, "m-1", Attendance.MissedUnacceptable));

        active.When(new AppointmentCommand.RecordAttendance(Id, "m-1", Attendance.CancelledByService, Note: "Ill")).Refused(RefusalCode.AppointmentSettled);
        active.When(new AppointmentCommand.CorrectAttendance(Id, "m-1", Attendance.CancelledByService) { Reason = " " }).Refused(RefusalCode.ReasonMissing);
    }

    [Fact]
    public void An_hour_that_the_clocks_skip_does_not_exist_and_one_that_they_repeat_occurs_twice()
    {
        var skipped = Assert.IsType<WallClock.Skipped>(WallClock.Read(new LocalDate(2027, 3, 28), new LocalTime(1, 30)));
        Assert.Equal((new LocalTime(0, 59), new LocalTime(2, 0)), (skipped.Before, skipped.After));

        var twice = Assert.IsType<WallClock.Twice>(WallClock.Read(new LocalDate(2026, 10, 25), new LocalTime(1, 30)));
        Assert.Equal((Instant.FromUtc(2026, 10, 25, 0, 30), Instant.FromUtc(2026, 10, 25, 1, 30)), (twice.First, twice.Second));
        Assert.True(WallClock.ComesTwice(twice.Second));

        Assert.Equal(Instant.FromUtc(2026, 7, 1, 9, 0), Assert.IsType<WallClock.Once>(WallClock.Read(new LocalDate(2026, 7, 1), new LocalTime(10, 0))).At);
    }

    private static AppointmentCommand.ScheduleAppointment Book(string id, string starts) => new(Id, id, Case.Time(starts), 60);

    private static AppointmentCommand.RescheduleAppointment Move(string id, string newId, string starts) => new(Id, id, newId, Case.Time(starts), 60);
}
