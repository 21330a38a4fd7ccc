using Diversion.Casework.Access;
using Diversion.Casework.Record;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Register;

/// <summary>Who exported cases of the register, newest first.</summary>
public sealed class DownloadsModel(AccessLogQuery log) : PortalPage
{
    private const int Most = 200;

    public IReadOnlyList<AccessEntry> Downloads { get; private set; } = [];

    public bool IsAll => Downloads.Count < Most;

    public async Task<IActionResult> OnGetAsync() => Show(await log.Downloads(By, Most, Cancellation), downloads => Downloads = downloads);
}
