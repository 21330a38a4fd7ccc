using Diversion.Domain.Agreements;

namespace Diversion.Domain.OffenceCodes;

/// <summary>Every command on the table with its process and roles.</summary>
public static class OffenceTableCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        CommandEntry.Of<OffenceTableCommand.TimePassed>("pass-time", "time", Role.Clock),
        CommandEntry.Of<OffenceTableCommand.ImportTable>("import-offence-codes", "offence-codes", Role.ProgrammeLead),
    ];

    public static CommandEntry Of(OffenceTableCommand command) => All.Single(entry => entry.Command == command.GetType());
}
