using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Schemes;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Transfers;

namespace Diversion.Domain.Tests.Transfers;

/// <summary>The person has moved, and another force meets them from 10 March to 31 May 2026; asked on 24 March how it goes.</summary>
public sealed class CourtesySupervisionTests
{
    private static readonly LocalDate From = new(2026, 3, 10);

    [Fact]
    public void It_is_on_record_and_its_review_is_chased()
    {
        var arranged = Arranged();

        Assert.Equal("Northumbria Probation", arranged.State.CourtesySupervision!.Organisation);
        var open = arranged.Owed("courtesy/review");
        Assert.Equal((Addressee.KeyWorker, Case.Time("2026-03-24 17:00")), (open.Owner, open.Deadline.Due));
        arranged.When(Arrange(), People.Worker).ThenNothing();
        Assert.True(arranged.Until("2026-03-25").Owed("courtesy/review").IsOverdue);
    }

    [Fact]
    public void A_review_sets_the_next_one_or_none()
    {
        var reviewed = Arranged().When(new TransferCommand.ReviewCourtesySupervision("He comes.", From.PlusDays(28)), People.Worker);

        Assert.Equal((Case.Time("2026-04-07 17:00"), "He comes."), (reviewed.Owed("courtesy/review").Deadline.Due, reviewed.State.CourtesySupervision!.Said));
        reviewed.When(new TransferCommand.ReviewCourtesySupervision("He comes.", From.PlusDays(28)), People.Worker).ThenNothing();
        reviewed.When(new TransferCommand.ReviewCourtesySupervision("He comes."), People.Worker).OwesNo("courtesy/review");
        reviewed.When(new TransferCommand.ReviewCourtesySupervision("He comes.", new LocalDate(2026, 6, 1)), People.Worker).Refused(RefusalCode.ValueOutOfRange);
    }

    [Fact]
    public void It_ends_by_itself_after_its_last_day_or_earlier()
    {
        var over = Arranged().Until("2026-06-01");
        Assert.Null(over.OwesNo("courtesy/review").State.CourtesySupervision);
        Assert.Single(over.All<TransferEvent.CourtesySupervisionEnded>());

        var back = Arranged().When(new TransferCommand.EndCourtesySupervision(), People.Worker);
        Assert.Null(back.OwesNo("courtesy/review").State.CourtesySupervision);
        back.When(new TransferCommand.EndCourtesySupervision(), People.Worker).Refused(RefusalCode.CourtesyNone);
        back.When(new TransferCommand.ReviewCourtesySupervision("He comes."), People.Worker).Refused(RefusalCode.CourtesyNone);
    }

    [Fact]
    public void A_meeting_that_they_held_is_recorded_on_their_word()
    {
        var met = Met("2026-03-12 14:00");
        Assert.Equal("Northumbria Probation", met.When(Attended(), People.Worker).Then<AppointmentEvent.AttendanceRecorded>().HeldBy);
        Assert.Null(Met("2026-03-12 14:00").When(Attended() with { HeldElsewhere = false }, People.Worker).Then<AppointmentEvent.AttendanceRecorded>().HeldBy);
    }

    [Fact]
    public void Nobody_holds_a_meeting_for_us_outside_its_days()
    {
        Met("2026-03-12 14:00").Given(new TransferCommand.EndCourtesySupervision()).When(Attended(), People.Worker).Refused(RefusalCode.CourtesyNone);
        var before = Brought.ToActive(Brought.Supervision()).On("2026-03-10").Given(Arrange() with { From = From.PlusDays(5) })
            .Given(new AppointmentCommand.ScheduleAppointment("supervision", "m-1", Case.Time("2026-03-12 14:00"), 60)).On("2026-03-12 16:00");
        before.When(Attended(), People.Worker).Refused(RefusalCode.CourtesyNone);
    }

    [Theory]
    [InlineData("2026-03-01", "2026-05-31", "2026-03-24")]
    [InlineData("2026-03-10", "2026-03-09", "2026-03-24")]
    [InlineData("2026-03-10", "2026-12-31", "2026-03-24")]
    [InlineData("2026-03-10", "2026-05-31", "2026-03-09")]
    [InlineData("2026-03-10", "2026-05-31", "2026-06-01")]
    public void Days_outside_the_agreement_or_out_of_order_are_refused(string from, string until, string review)
    {
        static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
        Brought.ToActive().On("2026-03-10").When(Arrange() with { From = Day(from), Until = Day(until), ReviewOn = Day(review) }, People.Worker)
            .Refused(RefusalCode.ValueOutOfRange);
    }

    private static AppointmentCommand.RecordAttendance Attended() => new("supervision", "m-1", Attendance.Attended, HeldElsewhere: true);

    private static TransferCommand.ArrangeCourtesySupervision Arrange() =>
        new("Northumbria Probation", "Nell North, 0191 498 0000", From, new LocalDate(2026, 5, 31), new LocalDate(2026, 3, 24), "They meet him every week.");

    private static Case Arranged() => Brought.ToActive().On("2026-03-10").When(Arrange(), People.Worker);

    private static Case Met(string at) => Brought.ToActive(Brought.Supervision()).On("2026-03-10").Given(Arrange())
        .Given(new AppointmentCommand.ScheduleAppointment("supervision", "m-1", Case.Time(at), 60)).On("2026-03-12 16:00");
}
