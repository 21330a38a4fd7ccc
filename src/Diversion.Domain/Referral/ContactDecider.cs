using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Referral;

/// <summary>
/// People move house and change telephone numbers at any time, so contact details can be corrected in every status. After
/// the end they are kept up to date only while something is still to be done or told. Consent can always be withdrawn.
/// </summary>
internal static class ContactDecider
{
    public static Refusal? Change(DecisionContext context, ReferralCommand.ChangeContact command)
    {
        var state = context.State;
        var person = state.Referral.Person;
        if (command.Contact is null)
        {
            return new Refusal.Invalid(RefusalCode.TextMissing, "Give the contact details: contact, with contactConsent at least.");
        }

        var withdraws = (person.ContactConsent && !command.Contact.ContactConsent) || (person.TextConsent && !command.Contact.TextConsent);
        if (state.IsTerminal && state.Obligations.IsEmpty && !withdraws)
        {
            return new Refusal.Ended(
                RefusalCode.AgreementEnded,
                "This agreement has ended and nothing is still to be told to the person. Contact details are not changed any more; consent can still be withdrawn.");
        }

        if (PersonReading.Read(command.Contact.On(person), person, context.Today, out var changed) is { } fault)
        {
            return fault;
        }

        ContactField[] fields =
        [
            .. Field(ContactField.Address, (person.Address, person.Ward, person.District, person.NoFixedAddress) != (changed.Address, changed.Ward, changed.District, changed.NoFixedAddress)),
            .. Field(ContactField.Email, person.Email != changed.Email || state.Referral.Failing.Contains(ContactField.Email)),
            .. Field(ContactField.Telephone, person.Phone != changed.Phone || state.Referral.Failing.Contains(ContactField.Telephone)),
            .. Field(ContactField.PreferredContact, person.PreferredContact != changed.PreferredContact),
            .. Field(ContactField.Consent, person.ContactConsent != changed.ContactConsent),
            .. Field(ContactField.TextConsent, person.TextConsent != changed.TextConsent),
        ];
        if (fields.Length > 0)
        {
            context.Raise(new ReferralEvent.ContactChanged(ContactDetails.Of(changed), [.. fields]));
            if ((person.CanBeEmailed() || person.CanBeTexted()) && state.Status.IsRunning())
            {
                PersonObligations.TellOfAppointments(context);
            }
        }

        return null;
    }

    private static ContactField[] Field(ContactField field, bool changed) => changed ? [field] : [];
}
