using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Streams;
using Diversion.Domain.Time;

namespace Diversion.Domain.Projects;

/// <summary>Decides commands on a project. Leads keep all; people of a partner ask for work and keep the entries of their own organisation.</summary>
public static class ProjectDecider
{
    public static Refusal.Unknown Unknown => new(RefusalCode.ProjectUnknown, "There is no such project. Look at the list of projects again.");

    /// <param name="partner">Whose project it is.</param>
    public static Refusal.NotPermitted NotYours(string partner) => new(
        RefusalCode.ProjectNotYours, $"This project belongs to {partner}, so nothing was changed. If it is wrong, tell {partner} or a lead.");

    /// <param name="state">Null before it was added or asked for.</param>
    public static Decision<ProjectState, ProjectEvent> Decide(ProjectId id, ProjectState? state, ProjectCommand command, ProjectInputs inputs)
    {
        var texts = new TextInspection();
        texts.Prose("reason", command.Reason, required: command is ProjectCommand.CloseProject or ProjectCommand.DeclineRequest);
        if ((Admission.Of(command, ProjectCommands.Of(command)) ?? texts.Fault) is { } refused)
        {
            return Refused(state, refused);
        }

        if (command is ProjectCommand.AddProject or ProjectCommand.RequestWork)
        {
            return Begin(id, state, command, inputs);
        }

        if (state is null)
        {
            return Refused(state, Unknown);
        }

        return command.By.Organisation is { } own && !state.IsOf(own) ? Refused(state, NotYours(state.Entry.Partner)) : command switch
        {
            ProjectCommand.TimePassed => Pass(state, command),
            ProjectCommand.ChangeProject c => Change(state, c, inputs),
            ProjectCommand.RecordRiskAssessment c => Assess(state, c, inputs),
            ProjectCommand.AcceptRequest => Answer(state, ProjectStatus.Open, new ProjectEvent.RequestAccepted(command.By.AsStaff(), command.At)),
            ProjectCommand.DeclineRequest => Answer(
                state, ProjectStatus.Declined, new ProjectEvent.RequestDeclined(PlainText.Clean(command.Reason!, lines: true), command.By.AsStaff(), command.At)),
            ProjectCommand.CloseProject => Close(state, command),
            ProjectCommand.ReopenProject => Reopen(state, command),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    private static Decision<ProjectState, ProjectEvent> Begin(ProjectId id, ProjectState? state, ProjectCommand command, ProjectInputs inputs)
    {
        if (ProjectId.Read(id.Value) is null)
        {
            return Refused(state, new Refusal.Invalid(RefusalCode.ProjectFaulty, $"A project's id has {ProjectId.Form}."));
        }

        var (entry, fault) = ProjectEntryReading.Read(command is ProjectCommand.AddProject add ? add.Entry : ((ProjectCommand.RequestWork)command).Entry, inputs.Staff);
        if (fault is not null)
        {
            return Refused(state, fault);
        }

        if (command.By.Organisation is { } own && ReferenceText.Key(own) != ReferenceText.Key(entry.Partner))
        {
            return Refused(state, Partner("You can ask for work for your own organisation only."));
        }

        if (state is not null)
        {
            return state.Entry == entry
                ? Unchanged(state)
                : Refused(state, new Refusal.WrongState(RefusalCode.ProjectExists, "There is a project with this id. Change its entry instead."));
        }

        return Raised(null, command is ProjectCommand.AddProject
            ? new ProjectEvent.ProjectAdded(id.Value, entry, command.By.AsStaff(), command.At)
            : new ProjectEvent.WorkRequested(id.Value, entry, command.By.AsStaff(), command.At));
    }

    private static Decision<ProjectState, ProjectEvent> Change(ProjectState state, ProjectCommand.ChangeProject command, ProjectInputs inputs)
    {
        var (entry, fault) = ProjectEntryReading.Read(command.Entry, inputs.Staff);
        if (fault is not null)
        {
            return Refused(state, fault);
        }

        if (command.By.Organisation is not null && !state.IsOf(entry.Partner))
        {
            return Refused(state, Partner("A lead gives a project to another partner. Ask one."));
        }

        return state.Entry == entry ? Unchanged(state) : Raised(state, new ProjectEvent.ProjectChanged(entry, command.By.AsStaff(), command.At));
    }

    private static Decision<ProjectState, ProjectEvent> Assess(ProjectState state, ProjectCommand.RecordRiskAssessment command, ProjectInputs inputs)
    {
        if (command.Assessment is not { } given)
        {
            return Refused(state, new Refusal.Invalid(RefusalCode.TextMissing, "Give the dates of the risk assessment."));
        }

        var texts = new TextInspection();
        texts.Line("assessment.reference", given.Reference);
        if (texts.Fault is { } fault)
        {
            return Refused(state, fault);
        }

        // A review that is late already is recorded, too: the leads are told at once.
        var why = given.MadeOn > WorkingCalendar.DateOf(command.At) || given.MadeOn.Year < 2000 ? ("madeOn", "It was made on a day from 2000 to today.")
            : given.ReviewOn <= given.MadeOn || given.ReviewOn.Year > 2099 ? ("reviewOn", "The review comes after the day on which it was made.")
            : ((string Field, string Why)?)null;
        if (why is { } faulty)
        {
            return Refused(state, new Refusal.Invalid(RefusalCode.ValueOutOfRange, faulty.Why) { Field = $"assessment.{faulty.Field}" });
        }

        var kept = given with { Reference = given.Reference is null || PlainText.Clean(given.Reference, lines: false) is not { Length: > 0 } line ? null : line };
        return state.Risk == kept
            ? Unchanged(state)
            : Raised(state, new ProjectEvent.RiskAssessed(kept, inputs.Deadlines.AtCloseOf(RuleIds.RiskAssessmentReview, kept.ReviewOn), command.By.AsStaff(), command.At));
    }

    private static Decision<ProjectState, ProjectEvent> Answer(ProjectState state, ProjectStatus to, ProjectEvent answer) => state.Status switch
    {
        ProjectStatus.Requested => Raised(state, answer),
        var now when now == to => Unchanged(state),
        _ => Refused(state, new Refusal.WrongState(RefusalCode.ProjectNotRequested, "This request has been answered. Look at the project again.")),
    };

    private static Decision<ProjectState, ProjectEvent> Close(ProjectState state, ProjectCommand command) => state.Status switch
    {
        ProjectStatus.Closed => Unchanged(state),
        ProjectStatus.Open => Raised(state, new ProjectEvent.ProjectClosed(command.By.AsStaff(), command.At)),
        _ => Refused(state, new Refusal.WrongState(RefusalCode.ProjectNotOpen, "It is a request, and not a project. A lead accepts or declines it.")),
    };

    private static Decision<ProjectState, ProjectEvent> Reopen(ProjectState state, ProjectCommand command) => state.Status switch
    {
        ProjectStatus.Open => Unchanged(state),
        ProjectStatus.Closed => Raised(state, new ProjectEvent.ProjectReopened(command.By.AsStaff(), command.At)),
        _ => Refused(state, new Refusal.WrongState(RefusalCode.ProjectNotOpen, "It was never a project. Add it as one instead.")),
    };

    private static Decision<ProjectState, ProjectEvent> Pass(ProjectState state, ProjectCommand command) =>
        state.NextDue is not null && state.Review!.Ladder.Count(at => at <= command.At) is var passed && passed > state.Step
            ? Raised(state, new ProjectEvent.LeadsReminded(passed, state.Review.Due))
            : Unchanged(state);

    private static Refusal.NotPermitted Partner(string why) => new(RefusalCode.ProjectNotYours, why);

    private static Decision<ProjectState, ProjectEvent> Raised(ProjectState? state, ProjectEvent happened) => new([happened], null, ProjectState.Evolve(state, happened));

    private static Decision<ProjectState, ProjectEvent> Unchanged(ProjectState state) => new([], null, state);

    private static Decision<ProjectState, ProjectEvent> Refused(ProjectState? state, Refusal refusal) => new([], refusal, state!);
}
