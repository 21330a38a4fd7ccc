using Diversion.Domain.Agreements;

namespace Diversion.Domain.UnitCosts;

/// <summary>Every command on unit costs with its process and roles.</summary>
public static class UnitCostCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        CommandEntry.Of<UnitCostCommand.TimePassed>("pass-time", "time", Role.Clock),
        CommandEntry.Of<UnitCostCommand.ImportUnitCosts>("import-unit-costs", "unit-costs", Role.ProgrammeLead, Role.Analyst),
    ];

    public static CommandEntry Of(UnitCostCommand command) => All.Single(entry => entry.Command == command.GetType());
}
