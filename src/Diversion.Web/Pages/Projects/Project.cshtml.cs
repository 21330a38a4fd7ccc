using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Links;
using Diversion.Casework.ProjectEntries;
using Diversion.Casework.Record;
using Diversion.Domain.Projects;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Projects;

/// <summary>One project: what is done there, its sessions for those who may open their register, and for those who keep it the changes.</summary>
public sealed class ProjectModel(ProjectQuery query, ProjectService projects, SessionRegister register) : ProjectPage(projects)
{
    private const int MostChanges = 20;
    private const int LongestReason = 2_000;

    [FromRoute(Name = "project")]
    public string Id { get; set; } = "";

    [BindProperty]
    public TypedDate Made { get; set; } = new();

    [BindProperty]
    public TypedDate Review { get; set; } = new();

    /// <summary>Where the paper of the risk assessment is kept.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? WhyNot { get; set; }

    public ProjectView Shown { get; private set; } = null!;

    public IReadOnlyList<SessionDay> Days { get; private set; } = [];

    public IReadOnlyList<TimelineItem> Changes { get; private set; } = [];

    public bool Leads => AccessPolicy.MayAddProjects(By);

    public async Task<IActionResult> OnGetAsync() => await Load() ?? Page();

    public Task<IActionResult> OnPostAcceptAsync() => Do(static () => new ProjectCommand.AcceptRequest(), "The request was accepted: it is a project now.");

    public Task<IActionResult> OnPostDeclineAsync() => Do(() =>
    {
        var why = Read.Text(nameof(WhyNot), WhyNot, "why it is declined", LongestReason);
        return new ProjectCommand.DeclineRequest { Reason = why };
    }, "The request was declined, and the partner is told why.");

    public Task<IActionResult> OnPostRiskAsync() => Do(() =>
    {
        var made = Read.Date(nameof(Made), Made, "the day on which it was made");
        var review = Read.Date(nameof(Review), Review, "the day of the next one");
        var kept = Read.OptionalText(nameof(Kept), Kept, "where the paper is kept");
        return new ProjectCommand.RecordRiskAssessment(new RiskAssessment(made, review, kept));
    }, "The risk assessment was recorded.");

    public Task<IActionResult> OnPostCloseAsync() => Do(() =>
    {
        var why = Read.Text(nameof(Why), Why, "why it closes", LongestReason);
        return new ProjectCommand.CloseProject { Reason = why };
    }, "The project was closed. Nobody is placed there any more.");

    public Task<IActionResult> OnPostReopenAsync() => Do(static () => new ProjectCommand.ReopenProject(), "The project is open again.");

    protected override async Task<IActionResult?> Load()
    {
        switch (await query.Of(Id, By, Cancellation))
        {
            case Reply<ProjectView>.Given { Value: var project }:
                Shown = project;
                SeenVersion ??= project.Version;
                break;
            case Reply<ProjectView>.Refused { Refusal: var refusal }:
                return Refuse(refusal);
            default:
                throw new InvalidOperationException("A reply is given or refused.");
        }

        Days = await register.Days(Shown, By, Now, Cancellation);
        Changes = Shown.Yours && await query.Timeline(Id, By, newestFirst: true, MostChanges, null, Cancellation) is Reply<Page<TimelineItem>>.Given { Value: var page } ? page.Items : [];
        return null;
    }

    private async Task<IActionResult> Do(Func<ProjectCommand> read, string done)
    {
        if (await Load() is { } other)
        {
            return other;
        }

        var command = read();
        return await Run(new ProjectId(Id), () => command, done, Addresses.Project(Id), static field => field switch
        {
            "assessment.madeOn" => nameof(Made),
            "assessment.reviewOn" => nameof(Review),
            "assessment.reference" => nameof(Kept),
            _ => null,
        });
    }
}
