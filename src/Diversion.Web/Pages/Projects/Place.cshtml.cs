using Diversion.Casework.ProjectEntries;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Time;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Projects;

/// <summary>Arranges a placement: at a project of the list, or at other work that is named here.</summary>
public sealed class PlaceModel(ProjectQuery query) : ActionPage
{
    private const string Other = "other";
    private const string CommunitySafety = "community-safety";

    public static IReadOnlyList<Choice> Marks { get; } = [new(CommunitySafety, "Yes"), new(Other, "No")];

    /// <summary>Id of a project; "other" for work that is not in the list.</summary>
    [BindProperty]
    public string? Project { get; set; }

    /// <summary>What the other work is called.</summary>
    [BindProperty]
    public string? Line { get; set; }

    [BindProperty]
    public string? Chosen { get; set; }

    [BindProperty]
    public TypedDate Day { get; set; } = new();

    /// <summary>Empty while the programme keeps no list.</summary>
    public IReadOnlyList<Choice> Projects { get; private set; } = [];

    public override string Command => CommandCatalogue.NameOf<ReparationCommand.ArrangePlacement>();

    public override string Button => Heading;

    public async Task<IActionResult> OnPostAsync()
    {
        var open = await query.Open(Cancellation);
        var chosen = open.FirstOrDefault(one => one.Id == Project);
        var (line, mark) = ("", false);
        if (chosen is null && open.Count > 0 && Project != Other && string.IsNullOrEmpty(Line))
        {
            Read.Fault(nameof(Project), FaultWording.Choose("the project"));
        }
        else if (chosen is null)
        {
            line = Read.Text(nameof(Line), Line, "the project");
            mark = Chosen == CommunitySafety;
            if (Chosen is not (CommunitySafety or Other))
            {
                Read.Fault(nameof(Chosen), FaultWording.Choose("whether it is a community safety project"));
            }
        }

        var day = Read.Date(nameof(Day), Day, "the first day");
        return await Run(
            () => new ReparationCommand.ArrangePlacement(Condition ?? "", chosen?.Id ?? NewId, chosen?.Entry.Name ?? line, mark, day),
            "The placement was arranged.",
            static code => code switch
            {
                RefusalCode.AppointmentOutsideTerm => nameof(Day),
                RefusalCode.ProjectNotOpen => nameof(Project),
                _ => null,
            });
    }

    protected override async ValueTask<IActionResult?> Prepare()
    {
        var open = await query.Open(Cancellation);
        Projects = open.Count == 0 ? [] : [.. open.Select(Shown), new Choice(Other, "Other work", Reveals: "other-project")];
        return await base.Prepare();
    }

    private Choice Shown(ListedProject project)
    {
        var today = WorkingCalendar.DateOf(Now);
        var risk = project.Risk is null ? "no risk assessment is recorded" : project.Risk.ReviewOn < today ? "its risk assessment is overdue" : null;
        string?[] facts =
        [
            project.Entry.Partner, project.Entry.Hours, project.Entry.Capacity is { } places ? $"{places} places a session" : null, project.Entry.EndsOn < today ? "its last day has passed" : null, risk,
        ];
        return new Choice(project.Id, $"{project.Entry.Name}, {project.Entry.Area}", $"{string.Join("; ", facts.OfType<string>())}.");
    }
}
