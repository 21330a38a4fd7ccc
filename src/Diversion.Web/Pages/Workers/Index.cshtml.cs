using Diversion.Casework.Queries;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Workers;

/// <summary>Somebody's open cases, for a lead.</summary>
public sealed class IndexModel(CaseloadQuery caseloads, WorkerChoices workers) : WorkerPage(workers)
{
    public Page<CaseloadItem> Cases { get; private set; } = null!;

    public override string? NameOnCases => Cases.Items is [{ KeyWorker: { } name }, ..] ? name : null;

    public async Task<IActionResult> OnGetAsync(string? cursor)
    {
        if (OnlyForLeads() is { } refused)
        {
            return refused;
        }

        var shown = Show(await caseloads.Of(By, Worker, cursor, Cancellation), cases => Cases = cases);
        return Cases is not null && IsUnknown ? NotFound() : shown;
    }
}
