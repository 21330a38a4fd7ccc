using Diversion.Casework.Access;
using Diversion.Casework.Trials;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Trials;

/// <summary>Every trial of the programme.</summary>
public sealed class IndexModel(TrialsQuery query) : PortalPage
{
    public IReadOnlyList<TrialRow> Trials { get; private set; } = [];

    public bool Leads => AccessPolicy.MayRunTrials(By);

    public async Task<IActionResult> OnGetAsync() => Show(await query.All(By, Cancellation), trials => Trials = trials);
}
