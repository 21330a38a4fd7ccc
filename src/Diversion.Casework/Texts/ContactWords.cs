using Diversion.Domain;
using Diversion.Domain.Referral;

namespace Diversion.Casework.Texts;

/// <summary>Contact details as text.</summary>
public static class ContactWords
{
    public static string Of(ContactWay way) => way switch
    {
        ContactWay.Email => "email",
        ContactWay.Telephone => "telephone call",
        ContactWay.TextMessage => "text message",
        ContactWay.Letter => "letter",
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, "No words for this."),
    };

    public static string Of(ContactField field) => field switch
    {
        ContactField.PreferredContact => "preferred way",
        _ => Words.Of(field),
    };

    /// <summary>How the person agreed to be reminded.</summary>
    public static string Reminders(Person person) => (person.ContactConsent, person.TextConsent) switch
    {
        (true, true) => "Agreed to email and texts",
        (true, false) => "Agreed to email, not to texts",
        (false, true) => "Agreed to texts, not to email",
        _ => "Did not agree to be reminded",
    };

    /// <summary>For those who may read them: one line each.</summary>
    public static string Lines(ContactDetails contact) => string.Join(
        '\n',
        ((string?[])
        [
            Line("Address", contact.NoFixedAddress == true ? "no fixed address" : contact.Address),
            Line("Ward", contact.Ward),
            Line("District", contact.District),
            Line("Email", contact.Email),
            Line("Telephone", contact.Phone),
            Line("Preferred way", contact.PreferredContact is { } way ? Of(way) : null),
            $"Email to the person: {(contact.ContactConsent ? "agreed" : "not agreed")}",
            $"Texts to the person: {(contact.TextConsent ? "agreed" : "not agreed")}",
        ]).OfType<string>());

    private static string? Line(string name, string? value) => value is null ? null : $"{name}: {value}";
}
