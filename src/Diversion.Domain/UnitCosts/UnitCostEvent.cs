using Diversion.Domain.Agreements;

namespace Diversion.Domain.UnitCosts;

/// <summary>Something that happened to the unit costs. A stored event is a contract, as an agreement's.</summary>
public abstract record UnitCostEvent
{
    private UnitCostEvent()
    {
    }

    /// <param name="Costs">The whole table; the one before it is no longer used.</param>
    public sealed record UnitCostsImported(
        string Checksum, int PriceYear, ImmutableArray<UnitCostLine> Costs, string SeriesSource, ImmutableArray<PriceYearIndex> Series, StaffRef By, Instant At) : UnitCostEvent;
}
