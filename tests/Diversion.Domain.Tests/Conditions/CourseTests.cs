using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Course;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Conditions;

/// <summary>Four sessions, three of which are enough, within 14 weeks of Thursday 5 March 2026.</summary>
public sealed class CourseTests
{
    private static readonly ConditionTerms.Course Terms = new("thinking-and-alcohol");

    [Fact]
    public void A_course_is_one_of_the_schemes()
    {
        var eligible = Brought.ToEligible().On(Brought.Signing);

        var refused = eligible.When(Brought.Offer(new ConditionTerms.Course("knitting"))).Refused(RefusalCode.CourseUnknown);
        Assert.Contains("It has: victim-awareness, thinking-and-alcohol.", refused.Message, StringComparison.Ordinal);
        Brought.ToEligible(inForce: Shipped.Checkpoint with { Scheme = Shipped.Checkpoint.Scheme with { Courses = null } }).On(Brought.Signing).When(Brought.Offer(Terms)).Refused(RefusalCode.CourseUnknown);
    }

    [Fact]
    public void It_keeps_the_rules_of_the_signing()
    {
        var active = Brought.ToActive(Terms);

        Assert.Equal(("Thinking and alcohol", 4, 3), active.State.Condition<CourseCondition>("course") is var own ? (own.Title, own.Sessions, own.LeastSessions) : default);
        Assert.Equal(Case.Time("2026-03-19 17:00"), active.Owed("course/booked").Deadline.Due);
        Assert.Equal(Case.Time("2026-06-11 17:00"), active.Owed("course/done").Deadline.Due);
    }

    [Fact]
    public void A_place_is_within_the_term()
    {
        var active = Brought.ToActive(Terms);

        active.When(new CourseCommand.BookCourse("course", new LocalDate(2026, 3, 4))).Refused(RefusalCode.AppointmentOutsideTerm);
        active.When(new CourseCommand.BookCourse("course", new LocalDate(2026, 7, 6))).Refused(RefusalCode.AppointmentOutsideTerm);
        active.When(Place()).OwesNo("course/booked").When(Place()).ThenNothing();
    }

    [Fact]
    public void All_sessions_keep_it()
    {
        var active = Brought.ToActive(Terms).Given(Place());
        Session(active, 1, Attendance.Attended);
        Session(active, 2, Attendance.Late);
        Session(active, 3, Attendance.Attended);
        Assert.True(active.State.Condition<CourseCondition>("course").IsOpen);
        active.Owed("course/done");

        Session(active, 4, Attendance.Attended);

        Assert.Equal(ConditionStatus.Kept, active.State.Condition<CourseCondition>("course").Status);
        active.OwesNo("course/done");
    }

    [Fact]
    public void Three_of_four_are_enough_once_all_were_held_and_a_correction_opens_it_again()
    {
        var active = Brought.ToActive(Terms).Given(Place());
        Session(active, 1, Attendance.Attended);
        Session(active, 2, Attendance.MissedAcceptable);
        Session(active, 3, Attendance.Attended);
        Session(active, 4, Attendance.Attended);
        Assert.Equal(ConditionStatus.Kept, active.State.Condition<CourseCondition>("course").Status);

        active.When(new AppointmentCommand.CorrectAttendance("course", "c-4", Attendance.MissedAcceptable) { Reason = "Another person." });

        active.Then<ConditionEvent.ConditionReopened>();
        Assert.True(active.State.Condition<CourseCondition>("course").IsOpen);
    }

    [Fact]
    public void A_session_missed_without_an_excuse_counts_like_any_other()
    {
        var active = Brought.ToActive(Terms).Given(Place());

        Session(active, 1, Attendance.MissedUnacceptable);

        Assert.Equal("course", Assert.Single(active.State.Failures).ConditionId);
    }

    [Theory]
    [InlineData(Attendance.MissedUnacceptable, AgreementStatus.BreachReview)]
    [InlineData(Attendance.MissedAcceptable, AgreementStatus.Concluding)]
    [InlineData(Attendance.CancelledByService, AgreementStatus.Concluding)]
    public void What_is_missing_at_the_end_is_the_persons_only_if_they_stayed_away(Attendance second, AgreementStatus status)
    {
        var active = Brought.ToActive(Terms).Given(Place());
        Session(active, 1, Attendance.Attended);
        Session(active, 2, second);
        Session(active, 3, Attendance.Attended);
        Session(active, 4, second);

        Assert.Equal(status, active.Until("2026-07-20 00:00").State.Status);
    }

    private static CourseCommand.BookCourse Place() => new("course", new LocalDate(2026, 3, 12));

    private static void Session(Case agreement, int number, Attendance attendance) =>
        agreement.Meeting("course", $"c-{number}", $"2026-03-{11 + number} 14:00", attendance);
}
