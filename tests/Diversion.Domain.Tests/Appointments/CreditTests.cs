using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Appointments;

/// <summary>Which outcomes are plausible for an appointment: its minutes, and when its outcome is known.</summary>
public sealed class CreditTests
{
    private static readonly string[] Kinds = ["supervision", "reparation", "pathway"];

    [Theory]
    [InlineData(600, null, Attendance.Attended, RefusalCode.MinutesBeyondSession)]
    [InlineData(131, null, Attendance.Attended, RefusalCode.MinutesBeyondSession)]
    [InlineData(131, null, Attendance.Late, RefusalCode.MinutesBeyondSession)]
    [InlineData(130, null, Attendance.Attended, null)]
    [InlineData(120, 200, Attendance.Attended, RefusalCode.PenaltyBeyondAttended)]
    [InlineData(60, 61, Attendance.Attended, RefusalCode.PenaltyBeyondAttended)]
    [InlineData(null, 121, Attendance.Attended, RefusalCode.PenaltyBeyondAttended)]
    [InlineData(60, 60, Attendance.Attended, null)]
    [InlineData(0, null, Attendance.Attended, RefusalCode.MinutesWithAbsence)]
    [InlineData(120, null, Attendance.MissedUnacceptable, RefusalCode.MinutesWithAbsence)]
    [InlineData(null, 10, Attendance.MissedAcceptable, RefusalCode.MinutesWithAbsence)]
    [InlineData(1, null, Attendance.EvidenceAwaited, RefusalCode.MinutesWithAbsence)]
    [InlineData(60, null, Attendance.CancelledByService, RefusalCode.MinutesWithAbsence)]
    [InlineData(0, 0, Attendance.MissedUnacceptable, null)]
    [InlineData(-1, null, Attendance.Attended, RefusalCode.ValueOutOfRange)]
    public void Minutes_fit_the_appointment_and_its_outcome(int? attended, int? penalty, Attendance attendance, string? expected)
    {
        foreach (var kind in Kinds)
        {
            var held = Booked(kind).On("2026-03-12 12:00");
            held.When(new AppointmentCommand.RecordAttendance(kind, "a-1", attendance, MinutesAttended: attended, PenaltyMinutes: penalty, Note: "Kept"));
            Assert.Equal(expected, held.Refusal?.Code);
            if (attendance != Attendance.EvidenceAwaited)
            {
                var recorded = Booked(kind).On("2026-03-12 12:00").Given(new AppointmentCommand.RecordAttendance(kind, "a-1", Attendance.MissedAcceptable));
                recorded.When(new AppointmentCommand.CorrectAttendance(kind, "a-1", attendance, attended, penalty));
                Assert.Equal(expected, recorded.Refusal?.Code);
            }
        }
    }

    [Fact]
    public void The_tolerance_is_the_schemes_and_ten_minutes_when_it_says_nothing()
    {
        Assert.Equal(10, Shipped.Checkpoint.Scheme.Recording.CreditToleranceMinutes);
        Assert.Equal(10, new Domain.Schemes.RecordingRules(2, 5, 5, 5, [2, 0]).CreditToleranceMinutes);
        var strict = Brought.ToActive(Shipped.With("recording.creditToleranceMinutes=0"), Brought.Reparation())
            .Given(new AppointmentCommand.ScheduleAppointment("reparation", "a-1", Case.Time("2026-03-12 10:00"), 120)).On("2026-03-12 12:00");

        var refusal = strict.When(new AppointmentCommand.RecordAttendance("reparation", "a-1", Attendance.Attended, MinutesAttended: 121))
            .Refused(RefusalCode.MinutesBeyondSession);
        Assert.Equal("It was planned for 2 hours, so at most 2 hours can be recorded. Record more time than that as a separate appointment.", refusal.Message);
    }

    [Fact]
    public void An_absent_person_is_neither_graded_nor_late()
    {
        var held = Booked("reparation").On("2026-03-12 12:00");

        held.When(new AppointmentCommand.RecordAttendance("reparation", "a-1", Attendance.MissedAcceptable, Grade: SessionGrade.Good)).Refused(RefusalCode.MinutesWithAbsence);
        held.When(new AppointmentCommand.RecordAttendance("reparation", "a-1", Attendance.MissedAcceptable, MinutesLate: 20)).Refused(RefusalCode.MinutesWithAbsence);
        held.When(new AppointmentCommand.RecordAttendance("reparation", "a-1", Attendance.Late, MinutesLate: 121)).Refused(RefusalCode.ValueOutOfRange);
    }

    [Theory]
    [InlineData("2026-03-12 09:59", Attendance.Attended, false)]
    [InlineData("2026-03-12 11:59", Attendance.Attended, false)]
    [InlineData("2026-03-12 11:59", Attendance.Late, false)]
    [InlineData("2026-03-12 12:00", Attendance.Attended, true)]
    [InlineData("2026-03-12 09:59", Attendance.MissedUnacceptable, false)]
    [InlineData("2026-03-12 09:59", Attendance.MissedAcceptable, false)]
    [InlineData("2026-03-12 09:59", Attendance.EvidenceAwaited, false)]
    [InlineData("2026-03-12 10:00", Attendance.MissedUnacceptable, true)]
    [InlineData("2026-03-12 10:00", Attendance.EvidenceAwaited, true)]
    [InlineData("2026-03-12 09:59", Attendance.CancelledByService, true)]
    public void An_attendance_waits_for_the_planned_end_and_an_absence_for_the_start(string now, Attendance attendance, bool taken)
    {
        foreach (var kind in Kinds)
        {
            var booked = Booked(kind).On(now).When(new AppointmentCommand.RecordAttendance(kind, "a-1", attendance));
            Assert.Equal(taken ? null : RefusalCode.AppointmentNotYet, booked.Refusal?.Code);
        }
    }

    [Fact]
    public void A_correction_waits_for_them_too()
    {
        var missed = Booked("supervision").On("2026-03-12 10:05").Given(new AppointmentCommand.RecordAttendance("supervision", "a-1", Attendance.MissedAcceptable));

        missed.When(new AppointmentCommand.CorrectAttendance("supervision", "a-1", Attendance.Late)).Refused(RefusalCode.AppointmentNotYet);
        missed.On("2026-03-12 12:00").When(new AppointmentCommand.CorrectAttendance("supervision", "a-1", Attendance.Late));
        Assert.Equal(AppointmentStatus.Late, Assert.Single(missed.Condition<SupervisionCondition>().Appointments).Status);
    }

    [Fact]
    public void Work_beyond_the_target_counts_when_an_earlier_session_is_corrected_to_less()
    {
        var active = Brought.ToActive(Brought.Reparation(18))
            .Meeting("reparation", "s-1", "2026-03-12 09:00", Attendance.Attended, 600)
            .Meeting("reparation", "s-2", "2026-03-13 09:00", Attendance.Attended, 600);
        Assert.Equal([600, 480], active.Condition<ReparationCondition>().Appointments.Select(session => session.CreditedMinutes));

        active.When(new AppointmentCommand.CorrectAttendance("reparation", "s-1", Attendance.Attended, 120));

        Assert.Equal([120, 600], active.Condition<ReparationCondition>().Appointments.Select(session => session.CreditedMinutes));
        Assert.Equal(720, active.Condition<ReparationCondition>().CreditedMinutes);
    }

    [Fact]
    public void A_correction_of_the_grade_alone_is_kept()
    {
        var active = Brought.ToActive(Brought.Reparation()).Meeting("reparation", "s-1", "2026-03-12 09:00", Attendance.Attended, 120);

        active.When(new AppointmentCommand.CorrectAttendance("reparation", "s-1", Attendance.Attended, Grade: SessionGrade.Poor));
        Assert.Equal(SessionGrade.Poor, active.Then<AppointmentEvent.AttendanceCorrected>().Grade);
        active.When(new AppointmentCommand.CorrectAttendance("reparation", "s-1", Attendance.Attended, Grade: SessionGrade.Poor)).ThenNothing();
    }

    private static Case Booked(string kind) => Brought.ToActive(Brought.Supervision(), Brought.Reparation(), Brought.Pathway())
        .Given(new AppointmentCommand.ScheduleAppointment(kind, "a-1", Case.Time("2026-03-12 10:00"), 120));
}
