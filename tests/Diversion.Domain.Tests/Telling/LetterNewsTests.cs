using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Telling;

/// <summary>Whoever cannot be sent an email is told of the signed agreement and of each appointment, by letter or otherwise.</summary>
public sealed class LetterNewsTests
{
    private const string Id = "supervision";

    [Theory]
    [InlineData(false, "robin@example.test")]
    [InlineData(true, null)]
    public void Without_consent_or_address_the_signed_agreement_is_to_be_told_within_a_working_day(bool consent, string? email)
    {
        var owed = Signed(consent, email).Owed("person/agreement");
        Assert.Equal((Case.Time("2026-03-06 17:00"), Addressee.KeyWorker, RuleIds.TellPerson), (owed.Deadline.Due, owed.Owner, owed.Deadline.Rule));
    }

    [Fact]
    public void Whoever_can_be_sent_an_email_has_no_such_letter() =>
        Signed(true, "robin@example.test").Given(Book("m-1", "2026-03-12 14:00")).OwesNo("person/agreement").OwesNo("person/appointment-1");

    [Fact]
    public void The_day_on_which_the_letter_was_posted_is_recorded_and_it_counts_two_working_days_later()
    {
        var posted = Posting().On("2026-03-06 11:00").When(new TellingCommand.TellPerson("agreement", ToldHow.Letter, Case.Time("2026-03-06 10:00")));

        Assert.Equal(Case.Time("2026-03-10 17:00"), posted.OwesNo("person/agreement").Then<TellingEvent.PersonTold>().CountsFrom);
    }

    [Fact]
    public void A_booked_appointment_is_to_be_told_and_one_letter_may_tell_of_several()
    {
        var booked = Posting().Given(Book("m-1", "2026-03-12 14:00"), Book("m-2", "2026-03-19 14:00"));

        Assert.Equal(new AppointmentNews(Id, "m-2", Case.Time("2026-03-19 14:00")), booked.State.NewsOrNull("appointment-2")!.Appointment);
        booked.When(new TellingCommand.TellPerson("appointment-1", ToldHow.Letter, booked.Now, Also: ["appointment-2", "agreement"]))
            .OwesNo("person/appointment-1").OwesNo("person/appointment-2").OwesNo("person/agreement");
    }

    [Theory]
    [InlineData("2026-03-05 14:00", "2026-03-05 14:00")]
    [InlineData("2026-03-06 09:00", "2026-03-06 09:00")]
    [InlineData("2026-03-09 09:00", "2026-03-06 17:00")]
    public void It_is_never_due_after_the_appointment_has_begun(string starts, string due) =>
        Assert.Equal(Case.Time(due), Posting().When(Book("m-1", starts)).Owed("person/appointment-1").Deadline.Due);

    [Fact]
    public void A_moved_appointment_is_told_under_its_new_time_alone()
    {
        var moved = Posting().Given(Book("m-1", "2026-03-12 14:00"))
            .When(new AppointmentCommand.RescheduleAppointment(Id, "m-1", "m-2", Case.Time("2026-03-13 14:00"), 30) { Reason = "Asked." });

        moved.OwesNo("person/appointment-1").Owed("person/appointment-2");
        moved.When(new TellingCommand.TellPerson("appointment-1", ToldHow.Letter, moved.Now)).Refused(RefusalCode.ObligationNotOpen);
    }

    [Fact]
    public void What_has_begun_or_is_recorded_needs_no_letter()
    {
        Posting().On("2026-03-12 15:00").When(Book("m-1", "2026-03-12 14:00")).ThenNo<TellingEvent.PersonToBeTold>();
        Posting().Given(Book("m-1", "2026-03-12 14:00")).On("2026-03-12 15:00")
            .When(new AppointmentCommand.RecordAttendance(Id, "m-1", Attendance.Attended)).OwesNo("person/appointment-1");
    }

    [Fact]
    public void A_letter_that_was_not_posted_keeps_no_agreement_from_ending_and_lapses_with_it()
    {
        var completed = Signed(false, null, supervision: false).Until(Brought.AfterTheTerm).Is(AgreementStatus.Completed);
        Assert.True(completed.OwesNo("person/agreement").State.NewsOrNull("agreement")!.Void);

        var ended = Posting().Given(Book("m-1", "2026-03-12 14:00")).When(new TermCommand.Discontinue(DiscontinuationCause.Moved) { Reason = "Abroad." });
        ended.OwesNo("person/appointment-1").OwesNo("person/agreement").Owed("person/discontinuation");
    }

    [Fact]
    public void With_its_condition_the_letter_of_an_appointment_lapses()
    {
        var waived = Posting().Given(Book("m-1", "2026-03-12 14:00")).When(new TermCommand.VaryAgreement(Remove: [Id], ParticipantAgreed: true) { Reason = "Moved on." });

        waived.OwesNo("person/appointment-1").Owed("person/agreement");
    }

    [Fact]
    public void While_the_victim_stops_the_work_its_sessions_stand_and_are_still_to_be_told_once()
    {
        var stopped = Brought.ToEligible(person: People.Participant with { ContactConsent = false }).On(Brought.Signing)
            .Given(Brought.Offer(new ConditionTerms.Reparation(18, null, 1, true)), Brought.Sign(), Session("s-1", "2026-03-12 08:00", 60))
            .When(new ReparationCommand.RecordVictimOnWork("reparation", false));
        stopped.Owed("person/appointment-1");

        var again = stopped.When(new ReparationCommand.RecordVictimOnWork("reparation", true));

        again.Owed("person/appointment-1");
        again.OwesNo("person/appointment-2").When(new AppointmentCommand.RecordAttendance("reparation", "s-1", Attendance.CancelledByService)).OwesNo("person/appointment-1");
    }

    [Theory]
    [InlineData(false, "robin@example.test")]
    [InlineData(true, null)]
    public void Whoever_can_no_longer_be_sent_an_email_is_told_of_each_appointment_to_come(bool consent, string? email)
    {
        var signed = Signed(true, "robin@example.test").Given(Book("m-1", "2026-03-06 14:00"), Book("m-2", "2026-03-12 14:00"), Book("m-3", "2026-03-19 14:00")).On("2026-03-09");

        signed.When(new ReferralCommand.ChangeContact(new ContactDetails(consent, Email: email)));

        Assert.Equal(["m-2", "m-3"], signed.State.News.Where(news => !news.Void).Select(news => news.Appointment!.AppointmentId));
        signed.Owed("person/appointment-1");
        signed.OwesNo("person/agreement").When(new ReferralCommand.ChangeContact(new ContactDetails(false, Phone: "0191 4960000"))).ThenNo<TellingEvent.PersonToBeTold>();
    }

    [Fact]
    public void With_a_condition_that_is_open_again_its_appointments_are_to_be_told_again()
    {
        var kept = Brought.ToEligible(person: People.Participant with { ContactConsent = false }).On(Brought.Signing)
            .Given(Brought.Offer(Brought.Reparation(18)), Brought.Sign(), Session("s-1", "2026-03-09 08:00", 600), Session("s-2", "2026-03-10 08:00", 480), Session("s-3", "2026-04-09 08:00", 60))
            .On("2026-03-11")
            .Given(new AppointmentCommand.RecordAttendance("reparation", "s-1", Attendance.Attended), new AppointmentCommand.RecordAttendance("reparation", "s-2", Attendance.Attended))
            .OwesNo("person/appointment-3");

        kept.When(new AppointmentCommand.CorrectAttendance("reparation", "s-2", Attendance.Attended, 60)).Owed("person/appointment-4");

        Assert.Equal("s-3", kept.State.NewsOrNull("appointment-4")!.Appointment!.AppointmentId);
    }

    private static AppointmentCommand.ScheduleAppointment Session(string id, string starts, int minutes) => new("reparation", id, Case.Time(starts), minutes);

    private static Case Posting() => Signed(false, null);

    private static Case Signed(bool consent, string? email, bool supervision = true) =>
        Brought.ToEligible(person: People.Participant with { ContactConsent = consent, Email = email }).On(Brought.Signing)
            .Given(Brought.Offer(supervision ? [Brought.Supervision()] : []), Brought.Sign());

    private static AppointmentCommand.ScheduleAppointment Book(string id, string starts) => new(Id, id, Case.Time(starts), 30);
}
