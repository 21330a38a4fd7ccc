using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Referral;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Referral;

/// <summary>What has to be known to meet the person, who they are, and where else they are booked.</summary>
public sealed class CircumstancesTests
{
    [Fact]
    public void Circumstances_are_recorded_whole_at_any_time_and_the_same_again_changes_nothing()
    {
        var known = new Circumstances("Polish", true, Caring: " Collects a child\r\nat 3pm. ", EmergencyPhone: "07700 900982");
        foreach (var agreement in (Case[])[Brought.ToReferred(), Brought.ToActive()])
        {
            var recorded = agreement.When(new ReferralCommand.RecordCircumstances(known)).Then<ReferralEvent.CircumstancesRecorded>();

            Assert.Equal(known with { Caring = "Collects a child\nat 3pm." }, recorded.Circumstances);
            agreement.When(new ReferralCommand.RecordCircumstances(known)).ThenNothing();
            agreement.Given(new ReferralCommand.RecordCircumstances(Circumstances.None));
            Assert.Equal(Circumstances.None, agreement.State.Referral.Circumstances);
        }
    }

    [Fact]
    public void What_cannot_be_kept_is_refused()
    {
        var active = Brought.ToActive();

        active.When(new ReferralCommand.RecordCircumstances(null!)).Refused(RefusalCode.TextMissing);
        active.When(new ReferralCommand.RecordCircumstances(new Circumstances(EmergencyPhone: "0770"))).Refused(RefusalCode.TelephoneInvalid);
        active.When(new ReferralCommand.RecordCircumstances(new Circumstances(new string('x', 201)))).Refused(RefusalCode.TextTooLong);
        active.When(new ReferralCommand.RecordStaffRisk("A dog."), People.Lead).Refused(RefusalCode.RoleNotPermitted);
    }

    [Fact]
    public void A_risk_to_staff_is_recorded_replaced_and_taken_off()
    {
        var active = Brought.ToActive();

        Assert.Equal("A dog.", active.When(new ReferralCommand.RecordStaffRisk(" A dog. "), People.Worker).Then<ReferralEvent.StaffRiskRecorded>().Risk);
        active.When(new ReferralCommand.RecordStaffRisk("A dog."), People.Worker).ThenNothing();
        active.When(new ReferralCommand.RecordStaffRisk(), People.Worker).Refused(RefusalCode.TextMissing);
        active.When(new ReferralCommand.RecordStaffRisk(" "), People.Worker).Refused(RefusalCode.TextMissing);
        active.When(new ReferralCommand.RecordStaffRisk("A dog.", NoRisk: true), People.Worker).Refused(RefusalCode.ValueOutOfRange);
        Assert.Null(active.When(new ReferralCommand.RecordStaffRisk(NoRisk: true), People.Worker).Then<ReferralEvent.StaffRiskRecorded>().Risk);
    }

    [Theory]
    [InlineData("265416/21G", "265416/21G")]
    [InlineData("cro 265416/21g", "265416/21G")]
    [InlineData("SF05/482703J", "SF05/482703J")]
    [InlineData("265416/21H", null)]
    public void A_cro_number_is_checked_and_kept_in_one_form(string written, string? kept)
    {
        var person = People.Participant with { CroNumber = written, Aliases = "Robbie\nRob\u200B", PerceivedEthnicity = "white irish" };
        var referred = Brought.ToReferred().When(new ReferralCommand.AmendReferral(person, People.Theft) { Reason = "Known since." });

        if (kept is null)
        {
            referred.Refused(RefusalCode.CroNumberInvalid);
            return;
        }

        var stored = referred.Then<ReferralEvent.Amended>().Person;
        Assert.Equal((kept, "Robbie\nRob", "W2"), (stored.CroNumber, stored.Aliases, stored.PerceivedEthnicity));
    }

    [Fact]
    public void No_fixed_address_is_an_answer_and_contradicts_an_address()
    {
        var active = Brought.ToActive();
        var contact = ContactDetails.Of(active.State.Referral.Person);

        active.When(new ReferralCommand.ChangeContact(contact with { Address = "1 High Street", NoFixedAddress = true })).Refused(RefusalCode.AddressContradicts);
        var changed = active.When(new ReferralCommand.ChangeContact(contact with { Address = null, NoFixedAddress = true })).Then<ReferralEvent.ContactChanged>();

        Assert.Equal([ContactField.Address], changed.Changed.ToArray());
        Assert.True(active.State.Referral.Person.NoFixedAddress);
    }

    [Theory]
    [InlineData("2026-03-12 09:30", true)]
    [InlineData("2026-03-12 10:30", true)]
    [InlineData("2026-03-12 09:00", false)]
    [InlineData("2026-03-12 11:00", false)]
    public void An_appointment_of_another_agreement_of_the_same_person_takes_the_time(string starts, bool refused)
    {
        var active = Brought.ToActive(Brought.Supervision());
        active.RulesInForce = active.RulesInForce with { OtherAppointments = [new TakenTime(Case.Time("2026-03-12 10:00"), Case.Time("2026-03-12 11:00"))] };

        active.When(new AppointmentCommand.ScheduleAppointment("supervision", "m-1", Case.Time(starts), 60));

        Assert.Equal(refused ? RefusalCode.AppointmentOverlaps : null, active.Refusal?.Code);
    }
}
