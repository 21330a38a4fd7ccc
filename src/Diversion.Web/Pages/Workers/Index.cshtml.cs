using Diversion.Casework.Queries;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Workers;

/// <summary>Somebody's open cases, for a lead.</summary>
public sealed class IndexModel(CaseloadQuery caseloads, WorkerChoices workers) : WorkerPage(workers)
{
    public Page<CaseloadItem> Cases { get; private set; } = null!;

    public override string? NameOnCases => Cases.Items is [{ KeyWorker: { } name }, ..] ? name : null;

    public async Task<IActionResult> OnGetAsync(string? cursor) =>
        OnlyForLeads() ?? Show(await caseloads.Of(By, Worker, cursor, Cancellation), cases => Cases = cases);
}
