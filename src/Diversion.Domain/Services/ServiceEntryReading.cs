using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Reading;
using Diversion.Domain.Referral;

namespace Diversion.Domain.Services;

/// <summary>An entry as it is kept, or what is wrong with it. Partners fill it in: every text is hostile until it was read here.</summary>
public static class ServiceEntryReading
{
    public const int LeastAge = 16;
    public const int MostAge = 120;
    public const int MostPlaces = 10_000;
    public const int MostAreas = 60;
    public const int MostLanguages = 30;
    public const int LongestDescription = 1_000;

    private const int LongestPostcode = 8;

    public static (ServiceEntry Entry, Refusal? Fault) Read(ServiceEntry? given, ServiceInputs inputs)
    {
        if (given is null)
        {
            return (null!, new Refusal.Invalid(RefusalCode.TextMissing, "Give the entry of the service."));
        }

        var texts = new TextInspection();
        Inspect(given, texts);
        if ((texts.Fault ?? Ranges(given) ?? inputs.Staff.UnlistedProvider("entry.organisation", given.Organisation)) is { } fault)
        {
            return (given, fault);
        }

        var offences = ImmutableArray.CreateBuilder<string>();
        foreach (var word in Items(given.ExcludedOffences))
        {
            if (inputs.Words.ReadOffenceGroup("entry.excludedOffences", word, out var code) is { } unknown)
            {
                return (given, unknown);
            }

            offences.Add(code!);
        }

        return (Kept(given, inputs) with { ExcludedOffences = [.. offences.Distinct().Order(StringComparer.Ordinal)] }, null);
    }

    private static void Inspect(ServiceEntry given, TextInspection texts)
    {
        texts.Line("entry.name", given.Name, required: true);
        texts.Line("entry.organisation", given.Organisation, required: true);
        texts.Prose("entry.description", given.Description, required: true);
        texts.Line("entry.who", given.Who);
        texts.Line("entry.community", given.Community);
        texts.Line("entry.address", given.Address);
        texts.Line("entry.postcode", given.Postcode);
        texts.Line("entry.ward", given.Ward);
        texts.Line("entry.district", given.District);
        texts.Line("entry.openingHours", given.OpeningHours);
        texts.Line("entry.contact", given.Contact);
        texts.Line("entry.phone", given.Phone);
        texts.Email("entry.email", given.Email);
        texts.Line("entry.website", given.Website);
        texts.Line("entry.access", given.Access);
        foreach (var area in Items(given.Areas))
        {
            texts.Line("entry.areas", area, required: true);
        }

        foreach (var language in Items(given.Languages))
        {
            texts.Line("entry.languages", language, required: true);
        }

        foreach (var group in Items(given.ExcludedOffences))
        {
            texts.Line("entry.excludedOffences", group, required: true);
        }
    }

    private static Refusal.Invalid? Ranges(ServiceEntry given) => given switch
    {
        { Needs: { IsDefaultOrEmpty: true } } => Faulty("needs", "Say which pathways it is for: at least one."),
        _ when given.Needs.Any(need => !Enum.IsDefined(need)) => Faulty("needs", "There is no such pathway."),
        { OnlyFor: { } sex } when !Enum.IsDefined(sex) => Faulty("onlyFor", "A service is for women, for men, or for everybody."),
        { Description.Length: > LongestDescription } => Faulty("description", $"The description has at most {LongestDescription} characters."),
        { FromAge: < LeastAge or > MostAge } => Faulty("fromAge", $"An age is {LeastAge} to {MostAge}."),
        { ToAge: < LeastAge or > MostAge } => Faulty("toAge", $"An age is {LeastAge} to {MostAge}."),
        _ when given.ToAge < given.FromAge => Faulty("toAge", "The oldest age is not below the youngest."),
        { Places: < 0 or > MostPlaces } => Faulty("places", $"Places are 0 to {MostPlaces}."),
        _ when Items(given.Areas).Length > MostAreas => Faulty("areas", $"At most {MostAreas} areas are kept. Leave it empty for the whole force area."),
        _ when Items(given.Languages).Length > MostLanguages => Faulty("languages", $"At most {MostLanguages} languages are kept."),
        _ when given.Latitude is null != given.Longitude is null => Faulty("latitude", "Give latitude and longitude, or neither."),
        { Latitude: < 49 or > 61 } => Faulty("latitude", "The latitude is 49 to 61 degrees, in the British Isles."),
        { Longitude: < -11 or > 3 } => Faulty("longitude", "The longitude is -11 to 3 degrees, in the British Isles."),
        { Phone: { } phone } when !Characters.IsBlank(phone) && !Telephone.IsOne(phone) => Faulty("phone", $"{Telephone.WouldTake}."),
        { Website: { } site } when !Characters.IsBlank(site) && !IsWebsite(site) => Faulty("website", "A website begins with https:// or http://."),
        { Postcode: { } code } when !Characters.IsBlank(code) && !IsPostcode(code) => Faulty("postcode", "Enter a postcode, like DH1 5UL."),
        _ => null,
    };

    /// <summary>Nothing that a browser would run, and no name and password in it.</summary>
    private static bool IsWebsite(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.Host.Contains('.', StringComparison.Ordinal) && uri.UserInfo.Length == 0;

    private static bool IsPostcode(string text)
    {
        var plain = string.Concat(text.Where(c => c != ' '));
        return plain.Length is >= 5 and < LongestPostcode && plain.All(char.IsAsciiLetterOrDigit) && char.IsAsciiLetter(plain[0]) && char.IsAsciiDigit(plain[^3]);
    }

    private static ServiceEntry Kept(ServiceEntry given, ServiceInputs inputs) => given with
    {
        Name = Line(given.Name)!,
        Organisation = inputs.Staff.Provider(given.Organisation)!,
        Description = PlainText.Clean(given.Description, lines: true),
        Needs = [.. given.Needs.Distinct().Order()],
        Who = Line(given.Who),
        Community = Line(given.Community),
        Address = Line(given.Address),
        Postcode = Postcode(given.Postcode),
        Ward = Line(given.Ward),
        District = Line(given.District),
        OpeningHours = Line(given.OpeningHours),
        Contact = Line(given.Contact),
        Phone = Line(given.Phone),
        Email = EmailAddress.Kept(given.Email),
        Website = Line(given.Website),
        Access = Line(given.Access),
        Areas = Lines(given.Areas),
        Languages = Lines(given.Languages),
    };

    private static string? Postcode(string? text)
    {
        if (Line(text) is not { } line)
        {
            return null;
        }

        var plain = string.Concat(line.Where(c => c != ' ')).ToUpperInvariant();
        return $"{plain[..^3]} {plain[^3..]}";
    }

    private static ImmutableArray<string> Lines(ImmutableArray<string> texts) => [.. Items(texts).Select(Line).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    private static ImmutableArray<string> Items(ImmutableArray<string> texts) => texts.IsDefault ? [] : texts;

    private static string? Line(string? text) => text is null || PlainText.Clean(text, lines: false) is not { Length: > 0 } line ? null : line;

    private static Refusal.Invalid Faulty(string field, string why) => new(RefusalCode.ServiceFaulty, why) { Field = $"entry.{field}" };
}
