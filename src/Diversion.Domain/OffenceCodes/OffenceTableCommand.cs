using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;

namespace Diversion.Domain.OffenceCodes;

/// <summary>A request to change the force's table of offence codes.</summary>
public abstract record OffenceTableCommand : StreamCommand<OffenceTableEvent>
{
    private OffenceTableCommand()
    {
    }

    protected override bool IsTimePassing => this is TimePassed;

    /// <summary>Nothing of a table falls due.</summary>
    public sealed record TimePassed : OffenceTableCommand;

    /// <summary>Replaces the whole table.</summary>
    public sealed record ImportTable(ImmutableArray<OffenceCodeRow> Rows) : OffenceTableCommand;
}

/// <summary>Every command on the table with its process and roles.</summary>
public static class OffenceTableCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        new(typeof(OffenceTableCommand.TimePassed), "pass-time", "time", [Role.Clock]),
        new(typeof(OffenceTableCommand.ImportTable), "import-offence-codes", "offence-codes", [Role.ProgrammeLead]),
    ];

    public static CommandEntry Of(OffenceTableCommand command) => All.Single(entry => entry.Command == command.GetType());
}
