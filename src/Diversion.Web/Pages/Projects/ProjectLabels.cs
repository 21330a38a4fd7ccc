using Diversion.Domain.Projects;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Projects;

internal static class ProjectLabels
{
    public static Label Of(ProjectStatus status) => status switch
    {
        ProjectStatus.Requested => new("Asked for", "yellow"),
        ProjectStatus.Open => new("Open", "green"),
        ProjectStatus.Declined => new("Declined", "red"),
        _ => new("Closed", "grey"),
    };
}
