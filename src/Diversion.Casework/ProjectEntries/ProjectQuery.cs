using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Programmes;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Projects;

namespace Diversion.Casework.ProjectEntries;

/// <summary>The reparation projects as they are listed and read. They say nothing about any person. A partner sees those of its own organisation.</summary>
public sealed class ProjectQuery(ProjectService projects, Rulebook rulebook, ITableStore store)
{
    /// <summary>By area and name; requests first, closed and declined ones last.</summary>
    public async ValueTask<Reply<IReadOnlyList<ListedProject>>> All(Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeProjects(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var all = await Everything(cancellation);
        return new Reply<IReadOnlyList<ListedProject>>.Given([.. all.Where(one => IsShown(by, one.Entry, one.Status)).OrderBy(one => one.Status).ThenBy(one => one.Entry.Area, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.Entry.Name, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>Where somebody can be placed, by area and name; for the choice of a placement on a case.</summary>
    public async ValueTask<IReadOnlyList<ListedProject>> Open(CancellationToken cancellation = default) =>
        [.. (await Everything(cancellation)).Where(one => one.Status == ProjectStatus.Open).OrderBy(one => one.Entry.Area, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.Entry.Name, StringComparer.OrdinalIgnoreCase)];

    public async ValueTask<Reply<ProjectView>> Of(string id, Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeProjects(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        return await Find(id, by, cancellation) is not { } state ? ProjectDecider.Unknown : new ProjectView(
            state.Id,
            state.Version,
            state.Entry,
            state.Status,
            state.Risk,
            rulebook.Programme.Staff.Supervisor(state.Entry.Supervisor)?.Person.Name,
            state.ChangedBy.Name,
            state.ChangedAt,
            AccessPolicy.KeepsProject(by, state.Entry.Partner),
            state.RequestedBy?.Name,
            state.DeclinedBecause);
    }

    /// <summary>For those who keep the project.</summary>
    public async ValueTask<Reply<Page<TimelineItem>>> Timeline(string id, Actor by, bool newestFirst, int limit, string? cursor, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeProjects(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        if (await Find(id, by, cancellation) is not { } state)
        {
            return ProjectDecider.Unknown;
        }

        return AccessPolicy.KeepsProject(by, state.Entry.Partner)
            ? await StreamTimeline.Of(store, ProjectKind.Instance, state.Id, state, ProjectWords.Of, null, newestFirst, limit, cursor, cancellation)
            : CaseworkRefusal.NotForRole();
    }

    private async ValueTask<ProjectState?> Find(string id, Actor by, CancellationToken cancellation) =>
        ProjectId.Read(id) is { } read && await projects.Find(read, cancellation) is { } state && IsShown(by, state.Entry, state.Status) ? state : null;

    /// <summary>What was only asked for is between the partner and the leads.</summary>
    private static bool IsShown(Actor by, ProjectEntry entry, ProjectStatus status) =>
        AccessPolicy.KeepsProject(by, entry.Partner) || (by.Organisation is null && status is ProjectStatus.Open or ProjectStatus.Closed);

    private async ValueTask<List<ListedProject>> Everything(CancellationToken cancellation)
    {
        var all = new List<ListedProject>();
        await foreach (var row in store.Rows(Tables.Search, Partitions.Projects, cancellation: cancellation))
        {
            all.Add(ListedProject.Of(row));
        }

        return all;
    }
}
