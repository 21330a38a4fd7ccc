using System.Collections.Immutable;
using System.Globalization;
using Diversion.Domain;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Reading;
using Diversion.Domain.Schemes;
using Diversion.Domain.Services;
using Diversion.Web.Forms;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Services;

/// <summary>The entry of a service, as typed. A page has it as its property <c>Form</c>.</summary>
public sealed class ServiceForm
{
    private const string In = "Form.";

    public static IReadOnlyList<Choice> NeedChoices { get; } = [.. Enum.GetValues<PathwayKind>().Select(need => new Choice($"{need}", Labels.Sentence(Words.Of(need))))];

    public static IReadOnlyList<Choice> SexChoices { get; } = [new($"{ServiceSex.Women}", "Women only"), new($"{ServiceSex.Men}", "Men only")];

    public string? Name { get; set; }

    public string? Organisation { get; set; }

    public string? Description { get; set; }

    public List<string> Needs { get; set; } = [];

    public string? OnlyFor { get; set; }

    public string? FromAge { get; set; }

    public string? ToAge { get; set; }

    /// <summary>One offence group per line, as <see cref="Areas"/> and <see cref="Languages"/>.</summary>
    public string? ExcludedOffences { get; set; }

    public string? Who { get; set; }

    public string? Community { get; set; }

    public string? Areas { get; set; }

    public string? Address { get; set; }

    public string? Postcode { get; set; }

    public string? Ward { get; set; }

    public string? District { get; set; }

    public string? Latitude { get; set; }

    public string? Longitude { get; set; }

    public string? Places { get; set; }

    public string? OpeningHours { get; set; }

    public string? Contact { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Website { get; set; }

    public string? Languages { get; set; }

    public string? Access { get; set; }

    public static ServiceForm Of(ServiceEntry entry, Vocabulary words) => new()
    {
        Name = entry.Name,
        Organisation = entry.Organisation,
        Description = entry.Description,
        Needs = [.. entry.Needs.Select(need => $"{need}")],
        OnlyFor = entry.OnlyFor is { } sex ? $"{sex}" : null,
        FromAge = Text(entry.FromAge),
        ToAge = Text(entry.ToAge),
        ExcludedOffences = string.Join('\n', entry.ExcludedOffences.Select(words.OffenceGroups.NameOf)),
        Who = entry.Who,
        Community = entry.Community,
        Areas = string.Join('\n', entry.Areas),
        Address = entry.Address,
        Postcode = entry.Postcode,
        Ward = entry.Ward,
        District = entry.District,
        Latitude = Text(entry.Latitude),
        Longitude = Text(entry.Longitude),
        Places = Text(entry.Places),
        OpeningHours = entry.OpeningHours,
        Contact = entry.Contact,
        Phone = entry.Phone,
        Email = entry.Email,
        Website = entry.Website,
        Languages = string.Join('\n', entry.Languages),
        Access = entry.Access,
    };

    /// <param name="own">The only organisation that the reader may choose; null for a lead.</param>
    public ServiceEntry Entry(FormReading read, string? own)
    {
        var needs = Needs.Count == 0 ? [] : Needs.Select(need => read.Choice<PathwayKind>(In + nameof(Needs), need, "pathways from the list")).ToImmutableArray();
        if (needs.IsEmpty)
        {
            read.Fault(In + nameof(Needs), "Choose at least one pathway");
        }

        return new ServiceEntry(
            read.Text(In + nameof(Name), Name, "the name of the service"),
            own ?? read.Text(In + nameof(Organisation), Organisation, "the organisation"),
            read.Text(In + nameof(Description), Description, "what it does", ServiceEntryReading.LongestDescription),
            needs)
        {
            OnlyFor = string.IsNullOrEmpty(OnlyFor) ? null : read.Choice<ServiceSex>(In + nameof(OnlyFor), OnlyFor, "whom it is for"),
            FromAge = Number(read, nameof(FromAge), FromAge, "the youngest age", ServiceEntryReading.LeastAge, ServiceEntryReading.MostAge),
            ToAge = Number(read, nameof(ToAge), ToAge, "the oldest age", ServiceEntryReading.LeastAge, ServiceEntryReading.MostAge),
            ExcludedOffences = [.. read.Lines(In + nameof(ExcludedOffences), ExcludedOffences, "offence group")],
            Who = read.OptionalText(In + nameof(Who), Who, "who else may be referred"),
            Community = read.OptionalText(In + nameof(Community), Community, "the community"),
            Areas = [.. read.Lines(In + nameof(Areas), Areas, "area")],
            Address = read.OptionalText(In + nameof(Address), Address, "the address"),
            Postcode = read.OptionalText(In + nameof(Postcode), Postcode, "the postcode"),
            Ward = read.OptionalText(In + nameof(Ward), Ward, "the ward"),
            District = read.OptionalText(In + nameof(District), District, "the district"),
            Latitude = Degrees(read, nameof(Latitude), Latitude, "latitude"),
            Longitude = Degrees(read, nameof(Longitude), Longitude, "longitude"),
            Places = Number(read, nameof(Places), Places, "the number of places", 0, ServiceEntryReading.MostPlaces),
            OpeningHours = read.OptionalText(In + nameof(OpeningHours), OpeningHours, "the opening hours"),
            Contact = read.OptionalText(In + nameof(Contact), Contact, "the contact"),
            Phone = read.OptionalTelephone(In + nameof(Phone), Phone, "the telephone number"),
            Email = read.OptionalEmail(In + nameof(Email), Email, "the email address"),
            Website = read.OptionalText(In + nameof(Website), Website, "the website"),
            Languages = [.. read.Lines(In + nameof(Languages), Languages, "language")],
            Access = read.OptionalText(In + nameof(Access), Access, "the access"),
        };
    }

    /// <summary>The field that a refusal is about: "entry.fromAge" is <c>Form.FromAge</c>.</summary>
    public static string? FieldOf(string named) =>
        named.StartsWith("entry.", StringComparison.Ordinal) && named.Length > "entry.".Length ? $"{In}{char.ToUpperInvariant(named["entry.".Length])}{named[("entry.".Length + 1)..]}" : null;

    private static int? Number(FormReading read, string field, string? typed, string what, int least, int most) =>
        Characters.IsBlank(typed) ? null : read.Number(In + field, typed, what, least, most);

    private static decimal? Degrees(FormReading read, string field, string? typed, string what)
    {
        if (Characters.IsBlank(typed))
        {
            return null;
        }

        var number = NumberText.Decimal(typed!.Trim());
        if (!number.IsRead)
        {
            read.Fault(In + field, $"The {what} must be in degrees, like 54.7761 or -1.5733");
        }

        return number.IsRead ? number.Value : null;
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
