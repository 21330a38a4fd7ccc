using Diversion.Domain;
using Diversion.Domain.Referral;
using Diversion.Domain.Time;
using Diversion.Web.Forms;
using NodaTime;

namespace Diversion.Web.Pages.Enrol;

/// <summary>A person as typed. A page has it as its property <c>Form</c>, or says where.</summary>
public sealed class PersonForm
{
    public string? Name { get; set; }

    public TypedDate BornOn { get; set; } = new();

    /// <summary>The confirmed date of birth of a very old person, as 1900-01-01.</summary>
    public string? ConfirmedBornOn { get; set; }

    public string? Sex { get; set; }

    public string? Ethnicity { get; set; }

    public string? Address { get; set; }

    public string? Ward { get; set; }

    public string? District { get; set; }

    public string? OtherDistrict { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? ContactConsent { get; set; }

    public string? TextConsent { get; set; }

    public string? PncId { get; set; }

    public string? PreferredContact { get; set; }

    public string? CroNumber { get; set; }

    public string? ProbationNumber { get; set; }

    public string? Aliases { get; set; }

    public string? PerceivedEthnicity { get; set; }

    /// <summary>A box to tick.</summary>
    public string? NoFixedAddress { get; set; }

    /// <summary>Something beyond what everybody is asked was answered.</summary>
    public bool HasMore => new[] { CroNumber, ProbationNumber, Aliases, PerceivedEthnicity }.Any(text => !string.IsNullOrWhiteSpace(text));

    public static IReadOnlyList<Choice> NoAddress { get; } = [new("yes", "No fixed address")];

    public static IReadOnlyList<Choice> Sexes { get; } =
        [.. new[] { Domain.Referral.Sex.Female, Domain.Referral.Sex.Male, Domain.Referral.Sex.Other, Domain.Referral.Sex.NotKnown }
            .Select(sex => new Choice($"{sex}", Wording.Labels.Sentence(Words.Of(sex))))];

    /// <param name="recorded">A text from before codes were used is offered too, so that it can be kept.</param>
    public static IReadOnlyList<Choice> EthnicityChoices(string? recorded)
    {
        var choices = Ethnicities.All.Where(one => one.Offered).Select(one => new Choice(one.Code, Ethnicities.InWords(one.Code))).ToList();
        if (!string.IsNullOrEmpty(recorded) && choices.All(choice => choice.Value != recorded))
        {
            choices.Add(new Choice(recorded, Ethnicities.InWords(recorded)));
        }

        return choices;
    }

    /// <param name="districts">Those that the scheme names.</param>
    public static PersonForm Of(Person person, IReadOnlyList<string> districts)
    {
        var (district, other) = Districts.Of(person.District, districts);
        return new PersonForm
        {
            Name = person.Name,
            BornOn = TypedDate.Of(person.BornOn),
            ConfirmedBornOn = person.BirthDateConfirmed ? Iso(person.BornOn) : null,
            Sex = $"{person.Sex}",
            Ethnicity = person.Ethnicity,
            Address = person.Address,
            Ward = person.Ward,
            District = district,
            OtherDistrict = other,
            Email = person.Email,
            Phone = person.Phone,
            ContactConsent = FormReading.Chosen(person.ContactConsent),
            TextConsent = FormReading.Chosen(person.TextConsent),
            PncId = person.PncId,
            PreferredContact = $"{person.PreferredContact}",
            CroNumber = person.CroNumber,
            ProbationNumber = person.ProbationNumber,
            Aliases = person.Aliases,
            PerceivedEthnicity = person.PerceivedEthnicity,
            NoFixedAddress = person.NoFixedAddress == true ? "yes" : null,
        };
    }

    /// <param name="at">The name of the page's property, with a dot.</param>
    public Person Read(FormReading read, LocalDate today, string at = "Form.")
    {
        var bornOn = read.PastDate(at + nameof(BornOn), BornOn, "the date of birth", today);
        var confirmed = ConfirmedBornOn == Iso(bornOn);
        if (bornOn != default && BirthDates.IsUnlikely(bornOn, today) && !confirmed)
        {
            ToConfirm = Iso(bornOn);
            read.Fault(
                at + nameof(ConfirmedBornOn),
                $"Check the date of birth: the person would be {Anniversary.YearsBetween(bornOn, today)} years old. Correct it, or confirm that it is right");
        }

        return new(
        read.Text(at + nameof(Name), Name, "the full name"),
        bornOn,
        read.Choice<Sex>(at + nameof(Sex), Sex, "the person’s sex, or not known"),
        OptionalEthnicity(read, at),
        read.OptionalText(at + nameof(Address), Address, "the address"),
        read.OptionalText(at + nameof(Ward), Ward, "the ward"),
        Districts.Read(read, at + nameof(District), District, at + nameof(OtherDistrict), OtherDistrict, "the home district"),
        read.OptionalEmail(at + nameof(Email), Email, "the email address"),
        read.OptionalTelephone(at + nameof(Phone), Phone, "the telephone number"),
        read.YesNo(at + nameof(ContactConsent), ContactConsent, "whether the person may be reminded by email"),
        OptionalPncId(read, today, at),
        ContactForm.Way(read, at + nameof(PreferredContact), PreferredContact))
        {
            CroNumber = OptionalNumber(read, at + nameof(CroNumber), CroNumber, "the CRO number", Domain.Reading.CroNumber.Read, Domain.Reading.CroNumber.Form),
            ProbationNumber = OptionalNumber(read, at + nameof(ProbationNumber), ProbationNumber, "the probation number", Domain.Reading.ProbationNumber.Read, Domain.Reading.ProbationNumber.Form),
            Aliases = read.OptionalText(at + nameof(Aliases), Aliases, "the other names", 1_000),
            PerceivedEthnicity = read.OptionalText(at + nameof(PerceivedEthnicity), PerceivedEthnicity, "the ethnicity"),
            TextConsent = ContactForm.Texts(read, at + nameof(TextConsent), TextConsent, at + nameof(Phone), Phone),
            NoFixedAddress = HasNoAddress(read, at) ? true : null,
            BirthDateConfirmed = confirmed && BirthDates.IsUnlikely(bornOn, today),
        };
    }

    /// <summary>The date that has to be confirmed, as 1900-01-01; null when there is none.</summary>
    public string? ToConfirm { get; private set; }

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);

    /// <summary>Text from a case of an earlier version stays as it is.</summary>
    private string? OptionalEthnicity(FormReading read, string at) => read.OptionalText(at + nameof(Ethnicity), Ethnicity, "the ethnicity") is { } chosen
        ? Ethnicities.Read(chosen) ?? chosen
        : null;

    private bool HasNoAddress(FormReading read, string at)
    {
        var none = NoFixedAddress == "yes";
        if (none && !string.IsNullOrWhiteSpace(Address))
        {
            read.Fault(at + nameof(NoFixedAddress), "Enter an address, or tick that there is no fixed address");
        }

        return none;
    }

    private static string? OptionalNumber(FormReading read, string field, string? given, string thing, Func<string?, Domain.Reading.Parsed<string>> parse, string form)
    {
        if (read.OptionalText(field, given, thing) is not { } typed)
        {
            return null;
        }

        var number = parse(typed);
        if (!number.IsRead)
        {
            read.Fault(field, $"Enter {form}");
        }

        return number.Value ?? typed;
    }

    private string? OptionalPncId(FormReading read, LocalDate today, string at)
    {
        var field = at + nameof(PncId);
        if (read.OptionalText(field, PncId, "the PNC id") is not { } typed)
        {
            return null;
        }

        if (Domain.Referral.PncId.Read(typed, today) is { } id)
        {
            return id;
        }

        read.Fault(field, Domain.Referral.PncId.WouldTake);
        return typed;
    }
}
