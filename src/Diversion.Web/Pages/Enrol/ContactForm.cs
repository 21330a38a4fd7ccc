using Diversion.Casework.Texts;
using Diversion.Domain.Referral;
using Diversion.Web.Forms;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Contact details as typed. A page has it as its property <c>Form</c>.</summary>
public sealed class ContactForm
{
    private const string In = "Form.";

    public string? Address { get; set; }

    public string? Ward { get; set; }

    public string? District { get; set; }

    public string? OtherDistrict { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? PreferredContact { get; set; }

    public string? ContactConsent { get; set; }

    public string? TextConsent { get; set; }

    /// <summary>A box to tick.</summary>
    public string? NoFixedAddress { get; set; }

    public static IReadOnlyList<Choice> Ways { get; } =
        [.. Enum.GetValues<ContactWay>().Select(way => new Choice($"{way}", Labels.Sentence(ContactWords.Of(way))))];

    /// <param name="districts">Those that the scheme names.</param>
    public static ContactForm Of(Person person, IReadOnlyList<string> districts)
    {
        var (district, other) = Districts.Of(person.District, districts);
        return new ContactForm
        {
            Address = person.Address,
            Ward = person.Ward,
            District = district,
            OtherDistrict = other,
            Email = person.Email,
            Phone = person.Phone,
            PreferredContact = $"{person.PreferredContact}",
            ContactConsent = FormReading.Chosen(person.ContactConsent),
            TextConsent = FormReading.Chosen(person.TextConsent),
            NoFixedAddress = person.NoFixedAddress == true ? "yes" : null,
        };
    }

    /// <param name="recorded">A telephone number from an earlier version stays as it is.</param>
    public ContactDetails Read(FormReading read, Person recorded) => new(
        read.YesNo(In + nameof(ContactConsent), ContactConsent, "whether the person may be written to by email"),
        read.OptionalText(In + nameof(Address), Address, "the address", 1_000),
        read.OptionalText(In + nameof(Ward), Ward, "the ward"),
        Districts.Read(read, In + nameof(District), District, In + nameof(OtherDistrict), OtherDistrict, "the home district"),
        read.OptionalEmail(In + nameof(Email), Email, "the email address"),
        Phone?.Trim() == recorded.Phone ? recorded.Phone : read.OptionalTelephone(In + nameof(Phone), Phone, "the telephone number"),
        Way(read, In + nameof(PreferredContact), PreferredContact))
    {
        TextConsent = Texts(read, In + nameof(TextConsent), TextConsent, In + nameof(Phone), Phone),
        NoFixedAddress = NoFixedAddress == "yes" ? true : null,
    };

    /// <summary>Consent to texts, for which there has to be a number that can be texted.</summary>
    public static bool Texts(FormReading read, string field, string? chosen, string phoneField, string? phone)
    {
        var agreed = read.OptionalYesNo(field, chosen, "whether the person may be sent texts") == true;
        if (agreed && MobileNumber.Read(phone) is null && (string.IsNullOrWhiteSpace(phone) || Telephone.IsOne(phone)))
        {
            read.Fault(phoneField, MobileNumber.WouldTake);
        }

        return agreed;
    }

    /// <returns>Null when it was not asked.</returns>
    public static ContactWay? Way(FormReading read, string field, string? chosen) =>
        string.IsNullOrEmpty(chosen) ? null : read.Choice<ContactWay>(field, chosen, "how they want to be contacted");
}
