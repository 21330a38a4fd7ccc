using Diversion.Casework.Answers;
using Diversion.Casework.Caseload;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Workers;

/// <summary>The open cases of one key worker, for a lead or the team manager.</summary>
public sealed class IndexModel(CaseloadQuery caseloads, WorkerChoices workers) : WorkerPage(workers)
{
    public Page<CaseloadItem> Cases { get; private set; } = null!;

    public override string? NameOnCases => Cases.Items.FirstOrDefault(item => item.KeyWorkerId == Worker)?.KeyWorker;

    public async Task<IActionResult> OnGetAsync(string? cursor)
    {
        if (OnlyForManagers() is { } refused)
        {
            return refused;
        }

        var shown = Show(await caseloads.Of(By, Worker, cursor, Cancellation), cases => Cases = cases);
        return Cases is not null && IsUnknown ? NotFound() : shown;
    }
}
