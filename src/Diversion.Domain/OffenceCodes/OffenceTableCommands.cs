using Diversion.Domain.Agreements;

namespace Diversion.Domain.OffenceCodes;

/// <summary>Every command on the table with its process and roles.</summary>
public static class OffenceTableCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        Entry<OffenceTableCommand.TimePassed>("pass-time", "time", Role.Clock),
        Entry<OffenceTableCommand.ImportTable>("import-offence-codes", "offence-codes", Role.ProgrammeLead),
    ];

    public static CommandEntry Of(OffenceTableCommand command) => All.Single(entry => entry.Command == command.GetType());

    private static CommandEntry Entry<TCommand>(string name, string process, Role role) where TCommand : OffenceTableCommand =>
        new(typeof(TCommand), name, process, [role]);
}
