using System.Globalization;
using Diversion.Casework.Csv;
using Diversion.Casework.Register;
using Diversion.Casework.Services;
using Diversion.Domain;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Schemes;
using Diversion.Domain.Services;
using NodaTime.Text;

namespace Diversion.Casework.ServiceEntries;

/// <summary>
/// The columns of a file of services. Where Open Referral UK (openreferraluk.org, 3.0) has a field, its name is used;
/// <c>docs/import.md</c> says what each means.
/// </summary>
public static class ServiceColumns
{
    public const string Id = "id";
    public const string Name = "name";
    public const string Organisation = "organization";
    public const string Description = "description";
    public const string Status = "status";
    public const string Needs = "pathways";
    public const string Sex = "sex";
    public const string FromAge = "minimum_age";
    public const string ToAge = "maximum_age";
    public const string Excluded = "excluded_offences";
    public const string Who = "eligibility_description";
    public const string Community = "community";
    public const string Areas = "service_areas";
    public const string Address = "address_1";
    public const string Postcode = "postal_code";
    public const string Ward = "ward";
    public const string District = "district";
    public const string Latitude = "latitude";
    public const string Longitude = "longitude";
    public const string Places = "places";
    public const string OpeningHours = "schedule_description";
    public const string Contact = "contact_name";
    public const string Phone = "phone_number";
    public const string Email = "email";
    public const string Website = "url";
    public const string Languages = "languages";
    public const string Access = "accessibility_description";
    public const string Starts = "agreement_starts";
    public const string Review = "agreement_review";
    public const string Ends = "agreement_ends";

    public static CsvColumns Columns { get; } = new(
    [
        new CsvColumn(Id, false, "service_id"),
        new CsvColumn(Name, true, "service", "service_name"),
        new CsvColumn(Organisation, true, "organisation", "provider", "organization_name", "organisation_name"),
        new CsvColumn(Description, true),
        new CsvColumn(Status, false),
        new CsvColumn(Needs, true, "pathway", "needs", "taxonomy_terms"),
        new CsvColumn(Sex, false, "gender"),
        new CsvColumn(FromAge, false, "min_age"),
        new CsvColumn(ToAge, false, "max_age"),
        new CsvColumn(Excluded, false, "offence_exclusions"),
        new CsvColumn(Who, false, "eligibility"),
        new CsvColumn(Community, false),
        new CsvColumn(Areas, false, "service_area", "areas"),
        new CsvColumn(Address, false, "address"),
        new CsvColumn(Postcode, false, "postcode"),
        new CsvColumn(Ward, false),
        new CsvColumn(District, false, "city"),
        new CsvColumn(Latitude, false),
        new CsvColumn(Longitude, false),
        new CsvColumn(Places, false, "capacity", "units"),
        new CsvColumn(OpeningHours, false, "opening_hours", "schedule"),
        new CsvColumn(Contact, false, "contact"),
        new CsvColumn(Phone, false, "phone", "telephone"),
        new CsvColumn(Email, false),
        new CsvColumn(Website, false, "website"),
        new CsvColumn(Languages, false, "language"),
        new CsvColumn(Access, false, "accessibility"),
        new CsvColumn(Starts, false),
        new CsvColumn(Review, false),
        new CsvColumn(Ends, false),
    ]);

    /// <summary>Every word that a file may use for a pathway.</summary>
    public static WordList NeedWords { get; } = new(
    [
        Need(PathwayKind.Accommodation, "housing"),
        Need(PathwayKind.SkillsAndEmployment, "employment", "education, training and employment", "ete", "skills"),
        Need(PathwayKind.Health, "mental health", "physical health"),
        Need(PathwayKind.DrugsAndAlcohol, "drugs", "alcohol", "substance misuse"),
        Need(PathwayKind.ChildrenAndFamilies, "families", "family", "children"),
        Need(PathwayKind.FinanceBenefitAndDebt, "debt", "finance", "finance benefit and debt", "money", "benefits"),
        Need(PathwayKind.AttitudesThinkingAndBehaviour, "attitudes", "attitudes thinking and behaviour", "thinking"),
        Need(PathwayKind.Relationships, "domestic abuse"),
        Need(PathwayKind.SexualExploitation, "sexual exploitation", "sex work"),
    ]);

    internal static WordList Sexes { get; } = new(
    [
        new VocabularyTerm(nameof(ServiceSex.Women), "women", ["female", "f"]),
        new VocabularyTerm(nameof(ServiceSex.Men), "men", ["male", "m"]),
    ]);

    public static string Heading { get; } = CsvLine.Of(Columns.All.Select(column => column.Name));

    /// <param name="withPartnership">The reader may see the dates of the partnership agreement.</param>
    internal static string Line(ListedService service, bool withPartnership)
    {
        var (entry, partnership) = (service.Entry, withPartnership ? service.Partnership : null);
        return CsvLine.Of(Columns.All.Select(column => column.Name switch
        {
            Id => service.Id,
            Name => entry.Name,
            Organisation => entry.Organisation,
            Description => entry.Description,
            Status => service.IsClosed ? "inactive" : "active",
            Needs => string.Join("; ", entry.Needs.Select(Words.Of)),
            Sex => entry.OnlyFor switch { ServiceSex.Women => "women", ServiceSex.Men => "men", _ => null },
            FromAge => Text(entry.FromAge),
            ToAge => Text(entry.ToAge),
            Excluded => string.Join("; ", entry.ExcludedOffences),
            Who => entry.Who,
            Community => entry.Community,
            Areas => string.Join("; ", entry.Areas),
            Address => entry.Address,
            Postcode => entry.Postcode,
            Ward => entry.Ward,
            District => entry.District,
            Latitude => Text(entry.Latitude),
            Longitude => Text(entry.Longitude),
            Places => Text(entry.Places),
            OpeningHours => entry.OpeningHours,
            Contact => entry.Contact,
            Phone => entry.Phone,
            Email => entry.Email,
            Website => entry.Website,
            Languages => string.Join("; ", entry.Languages),
            Access => entry.Access,
            Starts => Text(partnership?.StartsOn),
            Review => Text(partnership?.ReviewOn),
            Ends => Text(partnership?.EndsOn),
            _ => throw new InvalidOperationException($"No cell for {column.Name}."),
        }));
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(NodaTime.LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;

    private static VocabularyTerm Need(PathwayKind need, params string[] synonyms) => new($"{need}", Words.Of(need), [.. synonyms]);
}
