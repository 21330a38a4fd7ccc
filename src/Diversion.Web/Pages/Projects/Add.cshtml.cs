using Diversion.Casework.Access;
using Diversion.Casework.Links;
using Diversion.Casework.Programmes;
using Diversion.Casework.ProjectEntries;
using Diversion.Domain.Projects;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Projects;

/// <summary>A lead adds a project; a partner asks for work.</summary>
public sealed class AddModel(ProjectService projects, Rulebook rulebook) : ProjectPage(projects)
{
    [BindProperty]
    public ProjectForm Form { get; set; } = new();

    public ProjectFields Fields => ProjectFields.For(Form, rulebook, By);

    public string Heading => AccessPolicy.MayAddProjects(By) ? "Add a project" : "Ask for work to be done";

    public async Task<IActionResult> OnGetAsync() => await Load() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        // The same each time one form is sent.
        var id = new ProjectId(FormKey is { } key && ProjectId.Read(key) is not null ? key : Guid.NewGuid().ToString("N"));
        var entry = Form.Entry(Read, By.Organisation);
        return AccessPolicy.MayAddProjects(By)
            ? await Run(id, () => new ProjectCommand.AddProject(entry), "The project was added.", Addresses.Project(id.Value), ProjectForm.FieldOf)
            : await Run(id, () => new ProjectCommand.RequestWork(entry), "Your request was sent to the programme’s leads.", Addresses.Project(id.Value), ProjectForm.FieldOf);
    }

    protected override Task<IActionResult?> Load() =>
        Task.FromResult<IActionResult?>(AccessPolicy.MayAddProjects(By) || AccessPolicy.MayAskForWork(By) ? null : NotForRole());
}
