using Diversion.Domain.Agreements;

namespace Diversion.Domain.UnitCosts;

/// <summary>Every command on unit costs with its process and roles.</summary>
public static class UnitCostCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        Entry<UnitCostCommand.TimePassed>("pass-time", "time", Role.Clock),
        Entry<UnitCostCommand.ImportUnitCosts>("import-unit-costs", "unit-costs", Role.ProgrammeLead, Role.Analyst),
    ];

    public static CommandEntry Of(UnitCostCommand command) => All.Single(entry => entry.Command == command.GetType());

    private static CommandEntry Entry<TCommand>(string name, string process, params Role[] roles) where TCommand : UnitCostCommand =>
        new(typeof(TCommand), name, process, [.. roles]);
}
