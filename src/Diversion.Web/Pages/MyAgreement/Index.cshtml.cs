using Diversion.Casework.Links;
using Diversion.Casework.OwnPage;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Diversion.Web.Pages.MyAgreement;

/// <summary>What is next, for whoever came in; for everybody else the way in, by code and date of birth.</summary>
[EnableRateLimiting(RateLimits.OwnPage)]
public sealed class IndexModel : PersonPage
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>They just told us that they cannot come.</summary>
    [FromQuery(Name = "told")]
    public string? Told { get; set; }

    public OwnAppointment? Next => Mine?.ToCome is [var next, ..] ? next : null;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Own.OpenByCode(Code, ReadBirthDate(), Now, Cancellation) is not { Session: { } session })
        {
            return Again("enter.wrong");
        }

        Sessions.Begin(HttpContext, session);
        return LocalRedirect(Addresses.MyAgreement);
    }
}
