using Diversion.Casework.Sharing;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Staff;

/// <summary>For leads: what one organisation is told of whom now, and who of it looked.</summary>
public sealed class SharingWithModel(SharingQuery query) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? Organisation { get; set; }

    public SharingWithView Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => Show(await query.With(Organisation, By, Now, Cancellation), shown => Shown = shown);
}
