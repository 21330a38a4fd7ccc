using Diversion.Casework.Access;
using Diversion.Casework.ProjectEntries;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Projects;

/// <summary>The reparation projects; a partner's own, with its requests.</summary>
public sealed class IndexModel(ProjectQuery query) : PortalPage
{
    public IReadOnlyList<ListedProject> Projects { get; private set; } = [];

    public bool MayAdd => AccessPolicy.MayAddProjects(By);

    public bool MayAsk => AccessPolicy.MayAskForWork(By);

    public async Task<IActionResult> OnGetAsync() => Show(await query.All(By, Cancellation), all => Projects = all);
}
