using Diversion.Domain.Streams;

namespace Diversion.Domain.UnitCosts;

/// <summary>A programme has one table of unit costs in use.</summary>
public readonly record struct UnitCostId(string Value) : IStreamId<UnitCostId>
{
    public static readonly UnitCostId Programme = new("programme");

    public static UnitCostId Of(string value) => new(value);
}
