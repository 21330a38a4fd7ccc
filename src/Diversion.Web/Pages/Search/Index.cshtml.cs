using Diversion.Casework;
using Diversion.Casework.Access;
using Diversion.Casework.Queries;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Diversion.Web.Pages.Search;

/// <summary>
/// Finds people by name, reference or date of birth. What was found answers the form itself, without a redirect:
/// neither what was typed nor the reason may stand in an address.
/// </summary>
[EnableRateLimiting(RateLimits.Search)]
public sealed class IndexModel(SearchQuery search) : PortalPage
{
    private const int LongestTyped = 200;

    [BindProperty]
    public string? Typed { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Null before a search, and when it has faults.</summary>
    public SearchResult? Found { get; private set; }

    public bool AsksReason => AccessPolicy.LooksFurtherWithReason(By);

    /// <summary>They find their own cases by name, and nothing else of the person.</summary>
    public bool IsPartner => AccessPolicy.IsPartner(By);

    public IActionResult OnGet() => AccessPolicy.MaySearch(By) ? Page() : NotForRole();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!AccessPolicy.MaySearch(By))
        {
            return NotForRole();
        }

        const string what = "the reason";
        var typed = Read.Text(nameof(Typed), Typed, IsPartner ? "a name or a reference" : "a name, a reference or a date of birth", LongestTyped);
        var reason = AsksReason ? Read.OptionalText(nameof(Reason), Reason, what, Looking.LongestReason) : null;
        if (reason?.Length < Looking.ShortestReason)
        {
            Read.Fault(nameof(Reason), FaultWording.TooShort(what, Looking.ShortestReason));
        }

        if (ModelState.IsValid)
        {
            switch (await search.Of(typed, new Look(By, Now, reason), Cancellation))
            {
                case Reply<SearchResult>.Given { Value: var found }:
                    Found = found;
                    return Page();
                case Reply<SearchResult>.Refused { Refusal: { Code: CaseworkRefusal.SearchEmpty } refusal }:
                    Read.Fault(nameof(Typed), refusal.Message);
                    break;
                case Reply<SearchResult>.Refused { Refusal: var refusal }:
                    return Refuse(refusal);
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
