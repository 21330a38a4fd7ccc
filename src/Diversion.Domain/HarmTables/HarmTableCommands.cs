using Diversion.Domain.Agreements;

namespace Diversion.Domain.HarmTables;

/// <summary>Every command on the harm index with its process and roles.</summary>
public static class HarmTableCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        Entry<HarmTableCommand.TimePassed>("pass-time", "time", Role.Clock),
        Entry<HarmTableCommand.ImportIndex>("import-harm-index", "harm-index", Role.ProgrammeLead, Role.Analyst),
    ];

    public static CommandEntry Of(HarmTableCommand command) => All.Single(entry => entry.Command == command.GetType());

    private static CommandEntry Entry<TCommand>(string name, string process, params Role[] roles) where TCommand : HarmTableCommand =>
        new(typeof(TCommand), name, process, [.. roles]);
}
