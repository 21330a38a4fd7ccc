using Diversion.Casework.Programmes;
using Diversion.Casework.Scrutiny;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Scrutiny;

/// <summary>Every case of the sample to print, for a panel that meets around a table.</summary>
public sealed class PaperModel(ScrutinyQuery query, Rulebook rulebook) : PortalPage
{
    [FromRoute(Name = "quarter")]
    public string Quarter { get; set; } = "";

    public IReadOnlyList<SittingSheet> Sheets { get; private set; } = [];

    public string Group(string group) => GroupWords.Of(group, rulebook);

    public async Task<IActionResult> OnGetAsync() => Show(await query.Sheets(Quarter, By, Cancellation), sheets => Sheets = sheets);
}
