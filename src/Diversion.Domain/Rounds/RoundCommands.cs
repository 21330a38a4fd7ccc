using Diversion.Domain.Agreements;

namespace Diversion.Domain.Rounds;

/// <summary>Every command on a round with its process and roles.</summary>
public static class RoundCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        CommandEntry.Of<RoundCommand.TimePassed>("pass-time", "time", Role.Clock),
        CommandEntry.Of<RoundCommand.OpenRound>("open-round", "rounds", Role.ProgrammeLead),
        CommandEntry.Of<RoundCommand.EnterVotes>("enter-votes", "rounds", CommandRoles.Staff),
        CommandEntry.Of<RoundCommand.PublishResult>("publish-result", "rounds", Role.ProgrammeLead),
    ];

    private static readonly Dictionary<Type, CommandEntry> ByType = All.ToDictionary(entry => entry.Command);

    public static CommandEntry Of(RoundCommand command) => ByType[command.GetType()];
}
