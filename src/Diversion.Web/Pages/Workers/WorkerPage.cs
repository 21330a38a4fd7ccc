using Diversion.Casework.Access;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Workers;

/// <summary>A page about one key worker's cases, for those who may pass them on.</summary>
public abstract class WorkerPage(WorkerChoices workers) : PortalPage
{
    [FromRoute(Name = "worker")]
    public string Worker { get; set; } = "";

    /// <summary>If somebody has left, only their cases have the name.</summary>
    public string Name => KnownName ?? throw new InvalidOperationException("A page about nobody is not shown.");

    public abstract string? NameOnCases { get; }

    /// <summary>Where the reader came from.</summary>
    public string ListOfWorkers => AccessPolicy.TeamsOf(By).Count > 0 ? "/" : "/programme#workload";

    protected WorkerChoices Others => workers;

    /// <summary>Neither on the programme's list nor with any of its cases.</summary>
    protected bool IsUnknown => KnownName is null;

    private string? KnownName => workers.Find(Worker)?.Name ?? NameOnCases;

    protected IActionResult? OnlyForManagers() =>
        AccessPolicy.MayPassOn(By, workers.Find(Worker)?.Team) ? null : StatusCode(StatusCodes.Status403Forbidden);
}
