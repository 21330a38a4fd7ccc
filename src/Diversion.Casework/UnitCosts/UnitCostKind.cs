using Diversion.Casework.Streams;
using Diversion.Domain.UnitCosts;

namespace Diversion.Casework.UnitCosts;

/// <summary>The force's unit costs: one stream, in which each event has a whole table.</summary>
public sealed class UnitCostKind : StreamKind<UnitCostTable, UnitCostEvent>
{
    public static readonly UnitCostKind Instance = new();

    private UnitCostKind()
    {
    }

    public override string Name => "unitcosts";

    public override EventCatalogue<UnitCostEvent> Events { get; } = new(EventEntry.Of<UnitCostEvent.UnitCostsImported>("unit-costs.imported"));

    public override string Called(long count) => count == 1 ? "table of unit costs" : "tables of unit costs";

    public override UnitCostTable Evolve(UnitCostTable? state, UnitCostEvent happened) => UnitCostTable.Evolve(state, happened);
}
