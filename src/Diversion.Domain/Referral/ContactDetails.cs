using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;

namespace Diversion.Domain.Referral;

/// <summary>The person's contact details in full: whatever is left out is no longer known.</summary>
/// <param name="ContactConsent">May be written to by email.</param>
public sealed record ContactDetails(
    bool ContactConsent,
    string? Address = null,
    string? Ward = null,
    string? District = null,
    string? Email = null,
    string? Phone = null,
    ContactWay? PreferredContact = null)
{
    /// <summary>The person has no fixed address.</summary>
    public bool? NoFixedAddress { get; init; }

    /// <summary>May be sent text messages. Left out, they may not.</summary>
    public bool TextConsent { get; init; }

    public static ContactDetails Of(Person person) => new(
        person.ContactConsent, person.Address, person.Ward, person.District, person.Email, person.Phone, person.PreferredContact)
    {
        NoFixedAddress = person.NoFixedAddress,
        TextConsent = person.TextConsent,
    };

    public Person On(Person person) => person with
    {
        Address = Address,
        Ward = Ward,
        District = District,
        Email = Email,
        Phone = Phone,
        PreferredContact = PreferredContact,
        ContactConsent = ContactConsent,
        NoFixedAddress = NoFixedAddress,
        TextConsent = TextConsent,
    };

    /// <summary>The form that is stored and compared.</summary>
    internal ContactDetails Kept() => this with { Email = EmailAddress.Kept(Email), Phone = ReferenceText.CleanOrNull(Phone) };

    internal void Inspect(TextInspection texts)
    {
        texts.Prose("contact.address", Address);
        texts.Line("contact.ward", Ward);
        texts.Line("contact.district", District);
        texts.Email("contact.email", Email);
        texts.Line("contact.phone", Phone);
    }
}

/// <summary>How a person wants to be reached.</summary>
public enum ContactWay
{
    Email,
    Telephone,
    TextMessage,
    Letter,
}

/// <summary>What was changed in the contact details.</summary>
public enum ContactField
{
    Address,
    Email,
    Telephone,
    PreferredContact,

    /// <summary>Consent to email.</summary>
    Consent,

    TextConsent,
}
