using Diversion.Domain.Agreements;

namespace Diversion.Domain.Nominations;

/// <summary>Every command on a nomination with its process and roles.</summary>
public static class NominationCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        CommandEntry.Of<NominationCommand.TimePassed>("pass-time", "time", Role.Clock),
        CommandEntry.Of<NominationCommand.Nominate>("nominate-place", "nominations", Role.Public),
        CommandEntry.Of<NominationCommand.Approve>("approve-nomination", "nominations", Role.ProgrammeLead),
        CommandEntry.Of<NominationCommand.Reject>("reject-nomination", "nominations", Role.ProgrammeLead),
    ];

    private static readonly Dictionary<Type, CommandEntry> ByType = All.ToDictionary(entry => entry.Command);

    public static CommandEntry Of(NominationCommand command) => ByType[command.GetType()];
}
