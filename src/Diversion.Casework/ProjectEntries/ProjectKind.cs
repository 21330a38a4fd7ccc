using System.Text.Json;
using Diversion.Casework.Inbox;
using Diversion.Casework.Projects;
using Diversion.Casework.PublicView;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Projects;
using NodaTime;

namespace Diversion.Casework.ProjectEntries;

/// <summary>The reparation projects: each is a stream, from the request on. What waits for a lead is in the leads' inbox.</summary>
public sealed class ProjectKind : StreamKind<ProjectState, ProjectEvent>
{
    public static readonly ProjectKind Instance = new();

    private ProjectKind()
    {
    }

    public override string Name => "project";

    public override IReadOnlyList<string> ReadModels => [Tables.Search, Tables.Inbox];

    public override long SnapshotFormat => 2;

    public override EventCatalogue<ProjectEvent> Events { get; } = new(
        EventEntry.Of<ProjectEvent.ProjectAdded>("project.added"),
        EventEntry.Of<ProjectEvent.WorkRequested>("project.requested"),
        EventEntry.Of<ProjectEvent.RequestAccepted>("project.request-accepted"),
        EventEntry.Of<ProjectEvent.RequestDeclined>("project.request-declined"),
        EventEntry.Of<ProjectEvent.ProjectChanged>("project.changed"),
        EventEntry.Of<ProjectEvent.RiskAssessed>("project.risk-assessed"),
        EventEntry.Of<ProjectEvent.LeadsReminded>("project.leads-reminded"),
        EventEntry.Of<ProjectEvent.ProjectClosed>("project.closed"),
        EventEntry.Of<ProjectEvent.ProjectReopened>("project.reopened"),
        EventEntry.Of<ProjectEvent.ProjectPublished>("project.published"),
        EventEntry.Of<ProjectEvent.ProjectHidden>("project.hidden"));

    public override string Called(long count) => count == 1 ? "project" : "projects";

    public override ProjectState Evolve(ProjectState? state, ProjectEvent happened) => ProjectState.Evolve(state, happened);

    public override Instant? NextDue(ProjectState state) => state.NextDue;

    public override string StatusOf(ProjectState state) => state.Status.ToString();

    protected override void AddRows(ProjectState state, List<ReadModelRow> rows)
    {
        var entry = state.Entry;
        rows.Add(new ReadModelRow(Tables.Search, Partitions.Projects, state.Id, RowOf<ProjectRow>.Write(new ProjectRow(
            state.Id,
            entry.Name,
            entry.Partner,
            entry.Area,
            state.Status,
            entry.Purpose,
            JsonSerializer.Serialize(entry, StoredJson.Options),
            entry.Supervisor,
            state.Risk is null ? null : JsonSerializer.Serialize(state.Risk, StoredJson.Options)))));
        if (state.Public is { } text)
        {
            rows.Add(new ReadModelRow(Tables.Search, PublicRows.Projects, state.Id, RowOf<PublicProjectRow>.Write(new PublicProjectRow(
                state.Id, text.Name, text.Place, text.Area, text.Work, text.Before, text.After, state.Status == ProjectStatus.Closed ? "yes" : null))));
        }

        if (state.ReviewWaits)
        {
            Waits(InboxRow.RiskReview, state.Review!.Ladder[0], state.Review.Due);
        }

        if (state is { Status: ProjectStatus.Requested, RequestedAt: { } asked })
        {
            Waits(InboxRow.WorkRequest, asked, null);
        }

        void Waits(string kind, Instant raisedAt, Instant? due) => rows.Add(InboxRows.ForLeads(kind, state.Id, $"{entry.Name}, {entry.Partner}", raisedAt, due));
    }
}
