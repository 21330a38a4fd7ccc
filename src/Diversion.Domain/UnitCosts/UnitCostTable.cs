using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;

namespace Diversion.Domain.UnitCosts;

/// <summary>What one unit costs, as the force gives it.</summary>
/// <param name="Id">Of the unit: <c>worker-hour</c>, <c>crime:theft</c>.</param>
/// <param name="PriceYear">Of whose prices <paramref name="Pounds"/> are.</param>
/// <param name="Source">Where the number is from.</param>
public sealed record UnitCostLine(string Id, string Name, string Unit, decimal Pounds, int PriceYear, string Source);

/// <summary>A year of the price series.</summary>
public sealed record PriceYearIndex(int Year, decimal Index);

/// <summary>The unit costs that are used now, with the series that brings them into one year.</summary>
/// <param name="Checksum">SHA-256 of both files, in lower-case hexadecimal.</param>
/// <param name="PriceYear">In whose prices sums are given.</param>
/// <param name="SeriesSource">Which series of prices, and its date.</param>
public sealed record UnitCostTable(
    int Version, string Checksum, int PriceYear, ImmutableArray<UnitCostLine> Costs, string SeriesSource, ImmutableArray<PriceYearIndex> Series, StaffRef By, Instant At) : IStreamState
{
    public static UnitCostTable Evolve(UnitCostTable? state, UnitCostEvent happened) => happened switch
    {
        UnitCostEvent.UnitCostsImported e => new((state?.Version ?? 0) + 1, e.Checksum, e.PriceYear, e.Costs, e.SeriesSource, e.Series, e.By, e.At),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };
}
