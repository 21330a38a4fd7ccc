using Diversion.Domain.Agreements;

namespace Diversion.Domain.Trials;

/// <summary>Every command on a trial with its process and roles. The decider and the API both use this list.</summary>
public static class TrialCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        CommandEntry.Of<TrialCommand.TimePassed>("pass-time", "time", Role.Clock),
        CommandEntry.Of<TrialCommand.DraftTrial>("draft-trial", "protocol", Role.ProgrammeLead),
        CommandEntry.Of<TrialCommand.OpenTrial>("open-trial", "trial", Role.ProgrammeLead),
        CommandEntry.Of<TrialCommand.AmendTrial>("amend-trial", "protocol", Role.ProgrammeLead),
        CommandEntry.Of<TrialCommand.AllocatePerson>("allocate-person", "allocation", [.. CommandRoles.Police, Role.ProgrammeLead]),
        CommandEntry.Of<TrialCommand.CloseTrial>("close-trial", "trial", Role.ProgrammeLead),
        CommandEntry.Of<TrialCommand.UnsealTrial>("unseal-trial", "trial", Role.ProgrammeLead),
    ];

    private static readonly Dictionary<Type, CommandEntry> ByType = All.ToDictionary(entry => entry.Command);

    public static CommandEntry Of(TrialCommand command) => ByType[command.GetType()];
}
