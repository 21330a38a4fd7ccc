using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Links;
using Diversion.Casework.Programmes;
using Diversion.Casework.ProjectEntries;
using Diversion.Domain.Projects;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Projects;

/// <summary>Changes the entry of a project.</summary>
public sealed class ChangeModel(ProjectQuery query, ProjectService projects, Rulebook rulebook) : ProjectPage(projects)
{
    [FromRoute(Name = "project")]
    public string Id { get; set; } = "";

    [BindProperty]
    public ProjectForm Form { get; set; } = new();

    public ProjectView Shown { get; private set; } = null!;

    public ProjectFields Fields => ProjectFields.For(Form, rulebook, By);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        Form = ProjectForm.Of(Shown.Entry);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        var entry = Form.Entry(Read, By.Organisation is null ? null : Shown.Entry.Partner);
        return await Run(new ProjectId(Id), () => new ProjectCommand.ChangeProject(entry), "The project was saved.", Addresses.Project(Id), ProjectForm.FieldOf);
    }

    protected override async Task<IActionResult?> Load()
    {
        if (!AccessPolicy.MayAddProjects(By) && !AccessPolicy.MayAskForWork(By))
        {
            return NotForRole();
        }

        switch (await query.Of(Id, By, Cancellation))
        {
            case Reply<ProjectView>.Given { Value: var project }:
                Shown = project;
                SeenVersion ??= project.Version;
                return null;
            case Reply<ProjectView>.Refused { Refusal: var refusal }:
                return Refuse(refusal);
            default:
                throw new InvalidOperationException("A reply is given or refused.");
        }
    }
}
