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
    public string Name => KnownName ?? throw new InvalidOperationException("A page about nobody is not shown.");

    public abstract string? NameOnCases { get; }

    protected WorkerChoices Others => workers;

    /// <summary>Neither of the programme nor with cases of it.</summary>
    protected bool IsUnknown => KnownName is null;

    private string? KnownName => workers.Find(Worker)?.Name ?? NameOnCases;

    protected IActionResult? OnlyForLeads() =>
        AccessPolicy.IsForRole<TermCommand.ChangeKeyWorker>(By) ? null : StatusCode(StatusCodes.Status403Forbidden);
}
