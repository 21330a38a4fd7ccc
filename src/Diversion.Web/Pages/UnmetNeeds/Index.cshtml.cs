using Diversion.Casework.UnmetNeeds;
using Diversion.Domain.Time;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.UnmetNeeds;

/// <summary>What commissioning wants to know: how often no service meets a need, and why.</summary>
public sealed class IndexModel(UnmetNeedsQuery query) : PortalPage
{
    public IReadOnlyList<UnmetNeedCount> Counts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => Show(await query.Of(By, WorkingCalendar.DateOf(Now).PlusYears(-1), Cancellation), counts => Counts = counts);
}
