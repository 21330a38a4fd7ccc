using Diversion.Casework.ReadModels;
using Diversion.Casework.Streams;
using Diversion.Domain.UnitCosts;
using NodaTime;

namespace Diversion.Casework.UnitCosts;

/// <summary>The force's unit costs: one stream, in which each event has a whole table.</summary>
public sealed class UnitCostKind : StreamKind<UnitCostTable, UnitCostEvent>
{
    public static readonly UnitCostKind Instance = new();

    private UnitCostKind()
    {
    }

    public override string Name => "unitcosts";

    /// <summary>None: the table is read whole.</summary>
    public override IReadOnlyList<string> ReadModels => [];

    public override EventCatalogue<UnitCostEvent> Events { get; } = new(EventEntry.Of<UnitCostEvent.UnitCostsImported>("unit-costs.imported"));

    public override string Called(long count) => count == 1 ? "table of unit costs" : "tables of unit costs";

    public override UnitCostTable Evolve(UnitCostTable? state, UnitCostEvent happened) => UnitCostTable.Evolve(state, happened);

    public override Instant? NextDue(UnitCostTable state) => null;

    protected override void AddRows(UnitCostTable state, List<ReadModelRow> rows)
    {
    }
}
