using Diversion.Casework.Nominations;
using Diversion.Casework.PublicView;
using Diversion.Domain.Agreements;
using Diversion.Domain.Nominations;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;

namespace Diversion.Web.Pages.Public;

/// <summary>Somebody names a place. Nothing of it is shown before a moderator has read it.</summary>
[EnableRateLimiting(RateLimits.Public)]
public sealed class NominateModel(PublicRows rows, IClock clock, NominationService nominations) : PublicPage(rows, clock)
{
    [BindProperty]
    public string? Area { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Work { get; set; }

    public bool IsDone { get; private set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var refusal = await nominations.Nominate(new NominationText(Area ?? "", Place ?? "", Work ?? ""), Now, Cancellation);
        if (refusal is not null)
        {
            return Again(refusal.Code == RefusalCode.NominationsTooMany ? "name.full" : "name.missing");
        }

        IsDone = true;
        return Page();
    }
}
