using Diversion.Casework.PublicView;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.Public;

/// <summary>In place of a public page that cannot be shown: nothing of it leads anywhere but to the public pages.</summary>
public sealed class ProblemModel(PublicRows rows, IClock clock) : PublicPage(rows, clock)
{
    protected override bool IsSameForAll => false;

    public IActionResult OnGet() => HttpContext.Features.Get<PageFault>() is null ? NotFound() : Page();
}
