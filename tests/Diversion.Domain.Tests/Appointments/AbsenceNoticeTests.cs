using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Telling;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Appointments;

/// <summary>The person tells us before an appointment that they cannot come, and whoever records the outcome judges it.</summary>
public sealed class AbsenceNoticeTests
{
    private const string Id = "supervision";
    private const string Starts = "2026-03-06 14:00";

    [Fact]
    public void It_is_kept_with_how_when_and_why_and_decides_nothing()
    {
        var told = Told();

        Assert.Equal(new AbsenceNotice(AnsweredHow.Telephone, Case.Time("2026-03-06 09:10"), "My child is ill."), Meeting(told).Notice);
        Assert.Equal(AppointmentStatus.Scheduled, Meeting(told).Status);
        told.Until("2026-03-20");
        Assert.Equal(AppointmentStatus.Scheduled, Meeting(told).Status);
        Assert.Null(Meeting(told).Notice!.Accepted);
    }

    [Fact]
    public void The_same_again_is_a_repeat_and_another_replaces_it()
    {
        var told = Told();
        told.On("2026-03-06 09:30").When(Notice()).ThenNothing();

        told.When(Notice() with { Said = "My child is ill. I come on Monday." });
        Assert.Equal("My child is ill. I come on Monday.", Meeting(told).Notice!.Said);
        Assert.Equal(2, told.All<AppointmentEvent.AbsenceNoticeGiven>().Count());
    }

    [Fact]
    public void What_somebody_says_once_it_has_begun_is_no_notice()
    {
        Scheduled().On(Starts).When(Notice()).Refused(RefusalCode.AppointmentBegun);
        Scheduled().On("2026-03-06 13:59").When(Notice()).Then<AppointmentEvent.AbsenceNoticeGiven>();
    }

    [Fact]
    public void Only_a_planned_appointment_can_be_told_about()
    {
        var cancelled = Scheduled().On("2026-03-06 09:00").Given(Record(Attendance.CancelledByService));
        cancelled.On("2026-03-06 09:20").When(Notice()).Refused(RefusalCode.AppointmentSettled);
        Scheduled().On("2026-03-06 09:20").When(Notice() with { AppointmentId = "m-9" }).Refused(RefusalCode.AppointmentUnknown);
    }

    [Theory]
    [InlineData("2026-03-06 09:21", "It was a bus strike.", RefusalCode.DateInFuture)]
    [InlineData("2026-03-01 09:00", "It was a bus strike.", RefusalCode.DateTooOld)]
    [InlineData("2026-03-06 09:00", " \u200b ", RefusalCode.TextMissing)]
    public void When_and_why_are_checked(string at, string said, string code) =>
        Scheduled().On("2026-03-06 09:20").When(Notice() with { GivenAt = Case.Time(at), Said = said }).Refused(code);

    [Theory]
    [InlineData(Attendance.MissedAcceptable, null, RefusalCode.NoticeNotJudged)]
    [InlineData(Attendance.MissedUnacceptable, null, RefusalCode.NoticeNotJudged)]
    [InlineData(Attendance.MissedUnacceptable, true, RefusalCode.NoticeContradicted)]
    [InlineData(Attendance.Attended, true, RefusalCode.NoticeNotGiven)]
    public void Whoever_records_the_absence_judges_what_was_told(Attendance attendance, bool? accepted, string code) =>
        Told().On("2026-03-06 16:00").When(Record(attendance, accepted)).Refused(code);

    [Theory]
    [InlineData(Attendance.MissedAcceptable, true, 0)]
    [InlineData(Attendance.MissedAcceptable, false, 0)]
    [InlineData(Attendance.MissedUnacceptable, false, 1)]
    [InlineData(Attendance.Attended, null, 0)]
    public void The_judgement_is_kept_and_the_outcome_alone_counts(Attendance attendance, bool? accepted, int failures)
    {
        var recorded = Told().On("2026-03-06 16:00").When(Record(attendance, accepted));

        Assert.Equal(accepted, Meeting(recorded).Notice!.Accepted);
        Assert.Equal(failures, recorded.State.Failures.Length);
    }

    [Fact]
    public void Without_notice_there_is_nothing_to_judge() =>
        Scheduled().On("2026-03-06 16:00").When(Record(Attendance.MissedUnacceptable, false)).Refused(RefusalCode.NoticeNotGiven);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void With_proof_it_is_judged_by_the_proof(bool acceptable)
    {
        var waits = Told().On("2026-03-06 16:00").Given(Record(Attendance.EvidenceAwaited));
        Assert.Null(Meeting(waits).Notice!.Accepted);

        waits.When(new AppointmentCommand.RecordEvidence(Id, "m-1", acceptable));
        Assert.Equal(acceptable, Meeting(waits).Notice!.Accepted);
    }

    [Fact]
    public void No_proof_in_time_is_nobodys_judgement()
    {
        var waits = Told().On("2026-03-06 16:00").Given(Record(Attendance.EvidenceAwaited)).Until("2026-03-20");

        Assert.Equal(AppointmentStatus.MissedUnacceptable, Meeting(waits).Status);
        Assert.Null(Meeting(waits).Notice!.Accepted);
    }

    [Fact]
    public void A_correction_to_unacceptable_takes_the_acceptance_back()
    {
        var recorded = Told().On("2026-03-06 16:00").Given(Record(Attendance.MissedAcceptable, true));
        recorded.When(new AppointmentCommand.CorrectAttendance(Id, "m-1", Attendance.MissedUnacceptable) { Reason = "The clinic had never heard of it." });

        Assert.False(Meeting(recorded).Notice!.Accepted);
    }

    private static Case Scheduled() =>
        Brought.ToActive(Brought.Supervision()).Given(new AppointmentCommand.ScheduleAppointment(Id, "m-1", Case.Time(Starts), 60));

    private static Case Told() => Scheduled().On("2026-03-06 09:20").Given(Notice());

    private static AppointmentCommand.RecordAbsenceNotice Notice() => new(Id, "m-1", AnsweredHow.Telephone, Case.Time("2026-03-06 09:10"), "My child is ill.");

    private static AppointmentCommand.RecordAttendance Record(Attendance attendance, bool? accepted = null) => new(Id, "m-1", attendance, NoticeAccepted: accepted);

    private static Appointment Meeting(Case one) => one.State.Condition<SupervisionCondition>(Id).AppointmentOrNull("m-1")!;
}
