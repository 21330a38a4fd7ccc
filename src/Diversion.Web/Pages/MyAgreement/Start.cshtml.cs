using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Diversion.Web.Pages.MyAgreement;

/// <summary>A link by text leads here. Opening it uses nothing up, since phones look at links by themselves: the date of birth does.</summary>
[EnableRateLimiting(RateLimits.OwnPage)]
public sealed class StartModel : PersonPage
{
    [FromRoute(Name = "secret")]
    public string Secret { get; set; } = "";

    /// <summary>Their code from now on, shown this once; null until they came in.</summary>
    public string? Code { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Own.OpenByLink(Secret, ReadBirthDate(), Now, Cancellation) is not { Session: { } session, Code: { } code })
        {
            return Again("start.wrong");
        }

        Sessions.Begin(HttpContext, session);
        Code = code;
        return Page();
    }
}
