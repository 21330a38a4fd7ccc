using Diversion.Casework.ProjectEntries;
using Diversion.Domain.Projects;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Projects;

/// <summary>A page on which a reparation project is changed.</summary>
public abstract class ProjectPage(ProjectService projects) : StreamPage
{
    protected override string What => "the project";

    /// <inheritdoc cref="StreamPage.Run"/>
    protected Task<IActionResult> Run(ProjectId id, Func<ProjectCommand> command, string done, string to, Func<string, string?>? fieldOf = null) =>
        Run(options => projects.Execute(id, command() with { By = By, At = Now }, options, Cancellation), done, to, fieldOf);
}
