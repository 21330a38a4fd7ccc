using Diversion.Domain.Agreements;

namespace Diversion.Domain.Trials;

/// <summary>Every command on a trial with its process and roles. The decider and the API both use this list.</summary>
public static class TrialCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        Entry<TrialCommand.TimePassed>("pass-time", "time", Role.Clock),
        Entry<TrialCommand.DraftTrial>("draft-trial", "protocol", Role.ProgrammeLead),
        Entry<TrialCommand.OpenTrial>("open-trial", "trial", Role.ProgrammeLead),
        Entry<TrialCommand.AmendTrial>("amend-trial", "protocol", Role.ProgrammeLead),
        Entry<TrialCommand.AllocatePerson>("allocate-person", "allocation", [.. CommandRoles.Police, Role.ProgrammeLead]),
        Entry<TrialCommand.CloseTrial>("close-trial", "trial", Role.ProgrammeLead),
        Entry<TrialCommand.UnsealTrial>("unseal-trial", "trial", Role.ProgrammeLead),
    ];

    private static readonly Dictionary<Type, CommandEntry> ByType = All.ToDictionary(entry => entry.Command);

    public static CommandEntry Of(TrialCommand command) => ByType[command.GetType()];

    private static CommandEntry Entry<TCommand>(string name, string process, params Role[] roles) where TCommand : TrialCommand =>
        new(typeof(TCommand), name, process, [.. roles]);
}
