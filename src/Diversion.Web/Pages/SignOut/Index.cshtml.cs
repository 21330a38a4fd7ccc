using Diversion.Casework.Links;
using Diversion.Web.Access;
using Diversion.Web.Pages.Search;
using Diversion.Web.Portal;
using Diversion.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.SignOut;

public sealed class IndexModel(WebSettings settings, AccessReasons reasons, KeptSearches searches) : PortalPage
{
    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect("/") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        reasons.Forget(HttpContext);
        searches.Forget(HttpContext);
        if (settings.InteractiveScheme is { } scheme)
        {
            await HttpContext.SignOutAsync(scheme, new AuthenticationProperties { RedirectUri = Addresses.SignOut });
        }

        // A scheme with an identity provider redirects the browser there first.
        return Response.StatusCode == StatusCodes.Status302Found ? new EmptyResult() : LocalRedirect(Addresses.SignOut);
    }
}
