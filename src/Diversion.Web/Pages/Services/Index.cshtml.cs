using System.Globalization;
using Diversion.Casework.Access;
using Diversion.Casework.ServiceEntries;
using Diversion.Casework.Services;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Reading;
using Diversion.Domain.Referral;
using Diversion.Domain.Services;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Services;

/// <summary>Searches the service directory. Its address says nothing about any person; an unknown choice has no effect.</summary>
public sealed class IndexModel(ServiceQuery query) : PortalPage
{
    private const int LongestText = 100;

    /// <summary>Several words.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Need { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sex { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Age { get; set; }

    /// <summary>The number of the page.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; set; }

    public ServicesFound Found { get; private set; } = new([], [], 0, 0);

    public static IReadOnlyList<Choice> Sexes { get; } = [new($"{Domain.Referral.Sex.Female}", "A woman"), new($"{Domain.Referral.Sex.Male}", "A man")];

    public bool IsFiltered => new[] { Words, Need, Place, Sex, Age }.Any(one => !string.IsNullOrWhiteSpace(one));

    public bool MayAdd => AccessPolicy.MayKeepServices(By);

    public bool MayImport => AccessPolicy.MayImportServices(By);

    private int PageNumber => int.TryParse(Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and <= ServiceQuery.MostPages ? page : 1;

    public string? Further => Found.FitCount > PageNumber * ServiceQuery.PageSize && PageNumber < ServiceQuery.MostPages ? $"{PageNumber + 1}" : null;

    public async Task<IActionResult> OnGetAsync() => Show(await query.Search(Wish(), By, Now, PageNumber, Cancellation), found => Found = found);

    private ServiceWish Wish()
    {
        var age = NumberText.Whole(Age) is { IsRead: true, Value: var number and >= ServiceEntryReading.LeastAge and <= ServiceEntryReading.MostAge } ? number : (int?)null;
        var sex = Enum.TryParse<Sex>(Sex, out var chosen) && chosen is Domain.Referral.Sex.Female or Domain.Referral.Sex.Male ? chosen : Domain.Referral.Sex.NotKnown;
        return new ServiceWish(
            Short(Words),
            Enum.TryParse<PathwayKind>(Need, out var need) && Enum.IsDefined(need) ? need : null,
            Short(Place),
            sex == Domain.Referral.Sex.NotKnown && age is null ? null : new ServicePerson(sex, age));
    }

    private static string? Short(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Length > LongestText ? text[..LongestText] : text;
}
