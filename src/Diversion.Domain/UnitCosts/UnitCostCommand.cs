using Diversion.Domain.Streams;

namespace Diversion.Domain.UnitCosts;

/// <summary>A request to change the unit costs.</summary>
public abstract record UnitCostCommand : StreamCommand<UnitCostEvent>
{
    private UnitCostCommand()
    {
    }

    protected override bool IsTimePassing => this is TimePassed;

    /// <summary>Nothing of a table falls due.</summary>
    public sealed record TimePassed : UnitCostCommand;

    /// <summary>Replaces the whole table.</summary>
    public sealed record ImportUnitCosts(
        string Checksum, int PriceYear, ImmutableArray<UnitCostLine> Costs, string SeriesSource, ImmutableArray<PriceYearIndex> Series) : UnitCostCommand;
}
