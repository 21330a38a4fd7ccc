using Diversion.Casework.Access;
using Diversion.Domain.Term;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Workers;

/// <summary>A page about one key worker's cases, for those who may pass them on.</summary>
public abstract class WorkerPage(WorkerChoices workers) : PortalPage
{
    [FromRoute(Name = "worker")]
    public string Worker { get; set; } = "";

    /// <summary>Of somebody who has left, only their cases know the name.</summary>
    public string Name => workers.Find(Worker)?.Name ?? NameOnCases ?? "Nobody of this programme";

    public abstract string? NameOnCases { get; }

    protected WorkerChoices Others => workers;

    protected IActionResult? OnlyForLeads()
    {
        if (AccessPolicy.IsForRole<TermCommand.ChangeKeyWorker>(By))
        {
            return null;
        }

        HttpContext.Features.Set(new PageFault(StatusCodes.Status403Forbidden));
        return StatusCode(StatusCodes.Status403Forbidden);
    }
}
