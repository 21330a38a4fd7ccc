using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Referral;

/// <summary>A number or address of the person that takes no messages.</summary>
public sealed class FailingContactTests
{
    private static readonly Person Texted = People.Participant with { ContactConsent = false, Email = null, Phone = "07700 900982", TextConsent = true };

    [Fact]
    public void The_key_worker_puts_it_right_within_two_working_days()
    {
        var agreement = Running(Texted).When(new TermCommand.ReportUndelivered("DV-1.1.1", ContactField.Telephone), Actor.Clock);

        Assert.Equal((Addressee.KeyWorker, Case.Time("2026-03-09 17:00")), (agreement.Owed("contact/telephone").Owner, agreement.Owed("contact/telephone").Deadline.Due));
        Assert.False(agreement.State.Referral.CanBeTexted());
        agreement.When(new ReferralCommand.ChangeContact(Recorded(agreement) with { Phone = "07700 900983" })).OwesNo("contact/telephone");
        Assert.True(agreement.State.Referral.CanBeTexted());
    }

    [Fact]
    public void One_that_is_right_after_all_is_saved_as_it_is()
    {
        var agreement = Running(Texted).When(new TermCommand.ReportUndelivered("DV-1.1.1", ContactField.Telephone), Actor.Clock);
        agreement.When(new ReferralCommand.ChangeContact(Recorded(agreement))).OwesNo("contact/telephone");
        Assert.Equal<ContactField>([ContactField.Telephone], agreement.Then<ReferralEvent.ContactChanged>().Changed);
        agreement.When(new ReferralCommand.ChangeContact(Recorded(agreement))).ThenNothing();
    }

    [Fact]
    public void What_was_told_by_text_goes_by_letter_now_and_no_reminder_is_sent()
    {
        var agreement = Running(Texted).Given(new AppointmentCommand.ScheduleAppointment("supervision", "m-1", Case.Time("2026-03-12 14:00"), 60));
        agreement.When(new TermCommand.ReportUndelivered("DV-1.1.1", ContactField.Telephone), Actor.Clock);

        Assert.Equal("m-1", Assert.Single(agreement.State.News, news => news.Kind == NewsKind.Appointment).Appointment!.AppointmentId);
        Assert.All(agreement.Until("2026-03-13").All<AppointmentEvent.ParticipantReminded>(), reminded => Assert.False(reminded.Sent));
    }

    [Fact]
    public void An_email_address_may_fail_as_well_and_each_is_owed_once()
    {
        var agreement = Running(People.Participant);
        agreement.When(new TermCommand.ReportUndelivered("DV-1.1.1", ContactField.Email), Actor.Clock);
        Assert.NotNull(agreement.Owed("contact/email"));
        agreement.When(new TermCommand.ReportUndelivered("DV-1.2.1", ContactField.Email), Actor.Clock);
        Assert.Null(agreement.Then<TermEvent.MessageUndelivered>().Correct);
        Assert.Single(agreement.State.Obligations, open => open.Id == "contact/email");
    }

    [Fact]
    public void After_the_end_nobody_owes_it() => Assert.Null(
        Brought.ToDiscontinued().When(new TermCommand.ReportUndelivered("DV-1.1.1", ContactField.Email), Actor.Clock).Then<TermEvent.MessageUndelivered>().Correct);

    [Fact]
    public void Another_message_that_was_not_delivered_says_nothing_about_the_person() =>
        Assert.Empty(Running(People.Participant).When(new TermCommand.ReportUndelivered("DV-1.1.1"), Actor.Clock).State.Referral.Failing);

    private static Case Running(Person person) => Brought.ToEligible(person: person).On(Brought.Signing).Given(Brought.Offer(Brought.Supervision()), Brought.Sign()).On("2026-03-05 11:00");

    private static ContactDetails Recorded(Case agreement) => ContactDetails.Of(agreement.State.Referral.Person);
}
