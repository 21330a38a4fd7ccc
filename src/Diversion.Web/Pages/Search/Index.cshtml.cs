using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Links;
using Diversion.Casework.Record;
using Diversion.Casework.Search;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Diversion.Web.Pages.Search;

/// <summary>
/// Finds people by name, reference, date of birth, PNC id or telephone number, from the search page or the box in the header. Neither the search terms nor the reason may appear in an address: the
/// form is stored, and the results page refers to it by number.
/// </summary>
[EnableRateLimiting(RateLimits.Search)]
public sealed class IndexModel(SearchQuery search, KeptSearches searches) : PortalPage
{
    private const int LongestTyped = 200;

    [BindProperty]
    public string? Typed { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Null before a search, and when it has errors.</summary>
    public SearchResult? Found { get; private set; }

    /// <summary>The address of a search that is no longer stored.</summary>
    public bool IsOver { get; private set; }

    public bool AsksReason => AccessPolicy.LooksFurtherWithReason(By);

    /// <summary>Partners find their own cases by name, and see nothing else about the person.</summary>
    public bool IsPartner => AccessPolicy.IsPartner(By);

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = RateLimits.SearchKey)] string? key)
    {
        if (!AccessPolicy.MaySearch(By))
        {
            return NotForRole();
        }

        if (key is null)
        {
            return Page();
        }

        if (searches.Find(HttpContext, By, key) is not var (typed, reason))
        {
            IsOver = true;
            return Page();
        }

        (Typed, Reason) = (typed, reason);
        return Show(await search.Of(typed, new AccessRequest(By, Now, reason), Cancellation), found => Found = found);
    }

    public IActionResult OnPost()
    {
        if (!AccessPolicy.MaySearch(By))
        {
            return NotForRole();
        }

        const string what = "the reason";
        var typed = Read.Text(nameof(Typed), Typed, IsPartner ? "a name or a reference" : "a name, a reference, a date of birth, a PNC id or a telephone number", LongestTyped);
        var reason = AsksReason ? Read.OptionalText(nameof(Reason), Reason, what, RecordAccess.LongestReason) : null;
        if (reason?.Length < RecordAccess.ShortestReason)
        {
            Read.Fault(nameof(Reason), FaultWording.TooShort(what, RecordAccess.ShortestReason));
        }

        if (ModelState.IsValid && SearchTerms.Read(typed, Today) is null)
        {
            Read.Fault(nameof(Typed), CaseworkRefusal.NothingToSearch().Message);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        return LocalRedirect($"{Addresses.Search}?{RateLimits.SearchKey}={searches.Keep(HttpContext, By, typed, reason)}");
    }
}
