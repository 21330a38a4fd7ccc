using Diversion.Domain.Agreements;

namespace Diversion.Domain.Projects;

/// <summary>Every command on a project with its process and roles. Of which project a partner may is <see cref="ProjectDecider"/>'s.</summary>
public static class ProjectCommands
{
    private static readonly Role[] Keeping = [Role.Provider, Role.ProgrammeLead];

    public static ImmutableArray<CommandEntry> All { get; } =
    [
        CommandEntry.Of<ProjectCommand.TimePassed>("pass-time", "time", Role.Clock),
        CommandEntry.Of<ProjectCommand.AddProject>("add-project", "projects", Role.ProgrammeLead),
        CommandEntry.Of<ProjectCommand.RequestWork>("request-work", "projects", Role.Provider),
        CommandEntry.Of<ProjectCommand.AcceptRequest>("accept-request", "projects", Role.ProgrammeLead),
        CommandEntry.Of<ProjectCommand.DeclineRequest>("decline-request", "projects", Role.ProgrammeLead),
        CommandEntry.Of<ProjectCommand.ChangeProject>("change-project", "projects", Keeping),
        CommandEntry.Of<ProjectCommand.RecordRiskAssessment>("record-risk-assessment", "projects", Keeping),
        CommandEntry.Of<ProjectCommand.CloseProject>("close-project", "projects", Keeping),
        CommandEntry.Of<ProjectCommand.ReopenProject>("reopen-project", "projects", Role.ProgrammeLead),
    ];

    private static readonly Dictionary<Type, CommandEntry> ByType = All.ToDictionary(entry => entry.Command);

    public static CommandEntry Of(ProjectCommand command) => ByType[command.GetType()];
}
