using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Programmes;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Projects;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.ProjectEntries;

/// <summary>Commands on reparation projects.</summary>
public sealed class ProjectService(ITableStore store, StreamCache cache, Rulebook rulebook, IChangeListener listener)
    : StreamService<ProjectId, ProjectState, ProjectCommand, ProjectEvent>(ProjectKind.Instance, store, cache, listener)
{
    protected override CommandEntry EntryOf(ProjectCommand command) => ProjectCommands.Of(command);

    protected override ProjectCommand TimePassed(Instant now) => new ProjectCommand.TimePassed { By = Actor.Clock, At = now };

    /// <summary>Whose project it is, the domain decides.</summary>
    protected override Refusal? MayCommand(ProjectState? state, ProjectCommand command) =>
        AccessPolicy.IsClock(command.By.Role) || AccessPolicy.MayAddProjects(command.By) || AccessPolicy.MayAskForWork(command.By) ? null : CaseworkRefusal.NotForRole();

    protected override ValueTask<Deciding<ProjectState, ProjectEvent>> Decide(ProjectId id, ProjectState? state, ProjectCommand command, CancellationToken cancellation) =>
        new(new Deciding<ProjectState, ProjectEvent>(ProjectDecider.Decide(
            id, state, command, new ProjectInputs(rulebook.Programme.Staff, rulebook.DeadlinesOn(WorkingCalendar.DateOf(command.At))))));

    protected override IReadOnlyList<OutgoingMessage> Messages(RecordedEvent<ProjectEvent> recorded, ProjectState after) => ProjectMessages.For(recorded, after, rulebook);
}
