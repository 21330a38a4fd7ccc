using Diversion.Casework;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Projects;
using Diversion.Domain.Time;
using Diversion.Simulation.Planning;
using NodaTime;

namespace Diversion.Simulation.Demo;

/// <summary>The reparation projects of the demo, with invented partners modelled on Thurrock's and Ceredigion's.</summary>
internal static class DemoProjects
{
    private const string Declined = "car-park";

    private static readonly (ProjectPurpose Purpose, string Place, string Area, string Partner, string Work, string Hours)[] Facts =
    [
        (ProjectPurpose.Environment, "Canal towpath, locks 3 to 5", "Riverside", "Wearside Works", "Cut back brambles, lift litter, mend the edge of the path.", "Saturdays, 9am to 3pm"),
        (ProjectPurpose.Other, "St Oswald’s hall", "Old Town", "Home and Hearth", "Sort and pack what was given.", "Wednesdays and Fridays, 10am to 4pm"),
        (ProjectPurpose.CommunitySafety, "Alleys behind Mill Street", "Riverside", "Wearside Works", "Fit lights and mend fences where people do not feel safe after dark.", "Tuesdays, 9am to 3pm"),
        (ProjectPurpose.Environment, "Jubilee park", "Old Town", "Wearside Works", "Sand and paint benches; clear the bowling green.", "Thursdays, 9am to 3pm"),
    ];

    /// <summary>Under the ids that the simulated placements name, so that their hours count for these partners.</summary>
    public static async Task Add(Installation installation, Instant at, CancellationToken cancellation)
    {
        var today = WorkingCalendar.DateOf(at);
        foreach (var (index, (project, facts)) in ReparationPlan.Projects.Zip(Facts).Index())
        {
            var entry = new ProjectEntry(project.Name, facts.Place, facts.Area, facts.Partner, facts.Purpose, facts.Work)
            {
                Hours = facts.Hours, Capacity = 6 + index, StartsOn = today, Supervisor = facts.Partner == DemoStaff.Supervisor.Organisation ? DemoStaff.Supervisor.Id : null,
                Before = index == 0 ? "The path was closed at lock 4, and people walked on the road." : null,
                After = index == 0 ? "It is open again from end to end." : null,
            };
            await Do(installation, project.Id, new ProjectCommand.AddProject(entry), DemoStaff.FirstLead, at, cancellation);

            // The review of one falls due within the half year: the clock tells the leads.
            await Do(
                installation, project.Id, new ProjectCommand.RecordRiskAssessment(new RiskAssessment(today, today.PlusMonths(index == 3 ? 5 : 12), $"Assessments, file {index + 1}")), DemoStaff.FirstLead, at, cancellation);
        }

        var asks = DemoStaff.Providers[0];
        await Do(installation, Declined, new ProjectCommand.RequestWork(new ProjectEntry("Staff car park", "Our depot", "Riverside", asks.Organisation!, ProjectPurpose.Other, "Paint the lines anew.")), asks, at, cancellation);
        await Do(installation, Declined, new ProjectCommand.DeclineRequest { Reason = "The work has to be for the community, and this is for one organisation." }, DemoStaff.FirstLead, at, cancellation);
    }

    /// <summary>A request waits for a lead.</summary>
    public static async Task Ask(Installation installation, Instant now, CancellationToken cancellation)
    {
        var asks = DemoStaff.Providers[0];
        await Do(installation, "community-garden", new ProjectCommand.RequestWork(new ProjectEntry("Community garden", "Behind the library", "Old Town", asks.Organisation!, ProjectPurpose.Environment, "Dig beds, lay a path that a wheelchair can use.")), asks, now, cancellation);
    }

    private static async Task Do(Installation installation, string id, ProjectCommand command, Actor by, Instant at, CancellationToken cancellation)
    {
        if (await installation.Projects.Execute(new ProjectId(id), command with { By = by, At = at }, null, cancellation) is Outcome<ProjectState>.Refused { Refusal: var refusal })
        {
            throw new InvalidOperationException($"The demo's project was refused: {refusal.Message}");
        }
    }
}
