using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Referral;

/// <summary>Consent to texts is apart from consent to email.</summary>
public sealed class TextConsentTests
{
    private static readonly Person Texted = People.Participant with { ContactConsent = false, Email = null, Phone = "07700 900982", TextConsent = true };

    [Theory]
    [InlineData(null)]
    [InlineData("0191 498 0001")]
    public void It_needs_a_number_that_can_be_texted(string? phone)
    {
        new Case(Shipped.Checkpoint).When(Brought.Refer(person: Texted with { Phone = phone })).Refused(RefusalCode.MobileNeeded);
        var agreement = Brought.ToActive();
        agreement.When(new ReferralCommand.ChangeContact(Recorded(agreement) with { Phone = phone, TextConsent = true })).Refused(RefusalCode.MobileNeeded);
    }

    [Fact]
    public void It_is_given_and_withdrawn_at_any_time_and_says_nothing_about_email()
    {
        var agreement = Brought.ToActive();
        agreement.When(new ReferralCommand.ChangeContact(Recorded(agreement) with { Phone = "07700 900982", TextConsent = true }));
        Assert.Equal<ContactField>([ContactField.Telephone, ContactField.TextConsent], agreement.Then<ReferralEvent.ContactChanged>().Changed);
        Assert.True(agreement.State.Referral.Person is { ContactConsent: true, TextConsent: true } person && person.CanBeTexted());

        agreement.When(new ReferralCommand.ChangeContact(Recorded(agreement) with { TextConsent = false }));
        Assert.Equal<ContactField>([ContactField.TextConsent], agreement.Then<ReferralEvent.ContactChanged>().Changed);
        Assert.True(agreement.State.Referral.Person is { ContactConsent: true, TextConsent: false } withdrawn && !withdrawn.CanBeTexted());
    }

    [Fact]
    public void It_is_withdrawn_after_the_end_too()
    {
        var ended = Brought.ToDiscontinued();
        var state = ended.State with { Obligations = [] };
        state = state with { Referral = state.Referral with { Person = state.Referral.Person with { Phone = "07700 900982", TextConsent = true } } };
        var decision = Agreement.Decide(
            state, new ReferralCommand.ChangeContact(ContactDetails.Of(state.Referral.Person) with { TextConsent = false }) { By = People.Lead, At = Case.Time("2026-03-20") }, Shipped.Checkpoint);
        Assert.IsType<ReferralEvent.ContactChanged>(Assert.Single(decision.Events));
    }

    [Fact]
    public void A_booking_needs_no_letter_since_a_text_says_it_until_the_consent_is_withdrawn()
    {
        var agreement = Running().Given(Schedule("2026-03-12 14:00"));
        Assert.DoesNotContain(agreement.State.News, news => news.Kind == NewsKind.Appointment);

        agreement.When(new ReferralCommand.ChangeContact(Recorded(agreement) with { TextConsent = false }));

        Assert.Equal("m-1", Assert.Single(agreement.State.News, news => news.Kind == NewsKind.Appointment).Appointment!.AppointmentId);
    }

    [Fact]
    public void Reminders_are_sent_by_text_alone_where_there_is_no_email()
    {
        var reminded = Running().Given(Schedule("2026-03-12 14:00")).Until("2026-03-13").All<AppointmentEvent.ParticipantReminded>();
        Assert.Equal([(true, true), (true, true)], reminded.Select(one => (one.Sent, one.ByText)));
    }

    [Fact]
    public void Reminders_need_the_consent_of_the_moment()
    {
        var agreement = Running().Given(Schedule("2026-03-12 14:00"));
        agreement.Until("2026-03-11").Given(new ReferralCommand.ChangeContact(Recorded(agreement) with { TextConsent = false }));
        Assert.Equal([(true, true), (false, false)], agreement.Until("2026-03-13").All<AppointmentEvent.ParticipantReminded>().Select(one => (one.Sent, one.ByText)));
    }

    [Theory]
    [InlineData("2026-03-12 08:30", "2026-03-12 07:30")]
    [InlineData("2026-03-12 08:29", "2026-03-11 19:00")]
    [InlineData("2026-03-12 06:00", "2026-03-11 19:00")]
    public void For_a_meeting_too_early_for_a_text_that_morning_the_reminder_comes_the_evening_before(string starts, string reminder)
    {
        var booked = Running().When(Schedule(starts) with { ConfirmUnusualTime = true }).Then<AppointmentEvent.AppointmentScheduled>();
        Assert.Equal(Case.Time(reminder), booked.Reminders[^1]);
    }

    private static Case Running() => Brought.ToEligible(person: Texted).On(Brought.Signing).Given(Brought.Offer(Brought.Supervision()), Brought.Sign()).On("2026-03-05 11:00");

    private static AppointmentCommand.ScheduleAppointment Schedule(string starts) => new("supervision", "m-1", Case.Time(starts), 60);

    private static ContactDetails Recorded(Case agreement) => ContactDetails.Of(agreement.State.Referral.Person);
}
