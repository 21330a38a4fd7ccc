using Diversion.Domain.Agreements;

namespace Diversion.Domain.HarmTables;

/// <summary>Every command on the harm index with its process and roles.</summary>
public static class HarmTableCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        CommandEntry.Of<HarmTableCommand.TimePassed>("pass-time", "time", Role.Clock),
        CommandEntry.Of<HarmTableCommand.ImportIndex>("import-harm-index", "harm-index", Role.ProgrammeLead, Role.Analyst),
    ];

    public static CommandEntry Of(HarmTableCommand command) => All.Single(entry => entry.Command == command.GetType());
}
