using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;
using Diversion.Domain.Appointments;
using Diversion.Domain.Referral;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Referral;

public sealed class ContactTests
{
    private static ContactDetails Recorded(Case agreement) => ContactDetails.Of(agreement.State.Referral.Person);

    [Fact]
    public void Contact_details_change_at_any_time_of_a_case()
    {
        Func<Case>[] times = [() => Brought.ToReferred(), () => Brought.ToOffered(), () => Brought.ToActive(), () => Brought.ToBreachReview(), Brought.ToConcluding];
        foreach (var time in times)
        {
            var agreement = time();
            var status = agreement.Status;

            agreement.When(new ReferralCommand.ChangeContact(Recorded(agreement) with { Address = "2 New Street", Phone = "07700 900982" }));

            var changed = agreement.Then<ReferralEvent.ContactChanged>();
            Assert.Equal<ContactField>([ContactField.Address, ContactField.Telephone], changed.Changed);
            Assert.Equal("2 New Street", agreement.State.Referral.Person.Address);
            Assert.Equal("robin@example.test", agreement.State.Referral.Person.Email);
            agreement.Is(status);
        }
    }

    [Fact]
    public void Everybody_on_the_case_changes_them_and_nobody_else()
    {
        foreach (var by in new[] { People.Officer, People.Sergeant, People.Worker, People.Lead })
        {
            var agreement = Brought.ToActive();
            agreement.When(new ReferralCommand.ChangeContact(Recorded(agreement) with { Email = "new@example.test" }), by);
            Assert.Equal<ContactField>([ContactField.Email], agreement.Then<ReferralEvent.ContactChanged>().Changed);
        }

        foreach (var by in new[] { People.Provider, People.Facilitator, People.Analyst })
        {
            var agreement = Brought.ToActive();
            agreement.When(new ReferralCommand.ChangeContact(Recorded(agreement) with { Email = "new@example.test" }), by);
            agreement.Refused(RefusalCode.RoleNotPermitted);
        }
    }

    [Fact]
    public void What_is_the_same_changes_nothing()
    {
        var agreement = Brought.ToActive();
        agreement.When(new ReferralCommand.ChangeContact(Recorded(agreement))).ThenNothing();
    }

    [Fact]
    public void A_telephone_number_is_read_here_too()
    {
        var agreement = Brought.ToActive();
        agreement.When(new ReferralCommand.ChangeContact(Recorded(agreement) with { Phone = "none" })).Refused(RefusalCode.TelephoneInvalid);
    }

    [Fact]
    public void After_the_end_they_change_while_something_is_still_to_be_told_and_consent_is_withdrawn_at_any_time()
    {
        // The victim still has to be told: something is open.
        var open = Brought.ToDiscontinued();
        Assert.NotEmpty(open.State.Obligations);
        open.When(new ReferralCommand.ChangeContact(Recorded(open) with { Address = "2 New Street" })).Then<ReferralEvent.ContactChanged>();

        var ended = Brought.ToDiscontinued();
        var nothingLeft = ended.State with { Obligations = [] };
        Assert.IsType<Refusal.Ended>(Decide(nothingLeft, Recorded(ended) with { Address = "2 New Street" }).Refusal);
        Assert.Single(Decide(nothingLeft, Recorded(ended) with { ContactConsent = false }).Events);
    }

    [Fact]
    public void Reminders_need_consent_at_the_time_of_sending()
    {
        var agreement = Brought.ToActive(Brought.Supervision()).On("2026-03-05 11:00");
        agreement.Given(new AppointmentCommand.ScheduleAppointment("supervision", "m-1", Case.Time("2026-03-12 14:00"), 60));
        agreement.Given(new ReferralCommand.ChangeContact(Recorded(agreement) with { ContactConsent = false }));

        agreement.Until("2026-03-12 13:00");

        Assert.All(agreement.All<AppointmentEvent.ParticipantReminded>(), reminded => Assert.False(reminded.Sent));
    }

    private static Decision<AgreementState, AgreementEvent> Decide(AgreementState state, ContactDetails contact) => Agreement.Decide(
        state, new ReferralCommand.ChangeContact(contact) { By = People.Lead, At = Case.Time("2026-03-20") }, Shipped.Checkpoint);
}
