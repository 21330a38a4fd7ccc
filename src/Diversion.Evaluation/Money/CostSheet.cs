using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Money;

/// <summary>Unit costs, all brought into the prices of one year.</summary>
public sealed class CostSheet
{
    private readonly Dictionary<string, (UnitCost Cost, decimal Pounds)> _costs;

    private CostSheet(int priceYear, Dictionary<string, (UnitCost, decimal)> costs) => (PriceYear, _costs) = (priceYear, costs);

    public int PriceYear { get; }

    public IEnumerable<(UnitCost Cost, decimal Pounds)> Costs => _costs.Values.OrderBy(one => one.Cost.Id, StringComparer.Ordinal);

    /// <returns>The sheet, and every fault in words; with a fault there is no sheet.</returns>
    public static (CostSheet? Sheet, ImmutableArray<string> Faults) Make(IEnumerable<UnitCost> costs, Deflator deflator, int priceYear)
    {
        var (sheet, faults) = (new Dictionary<string, (UnitCost, decimal)>(StringComparer.Ordinal), ImmutableArray.CreateBuilder<string>());
        foreach (var cost in costs)
        {
            var (pounds, fault) = deflator.In(priceYear, cost.Pounds, cost.PriceYear);
            fault ??= cost.Pounds < 0 ? "A cost is not below 0. Correct it."
                : string.IsNullOrWhiteSpace(cost.Source) ? "It has no source. Say where the number is from."
                : sheet.ContainsKey(cost.Id) ? "It is there twice. Keep one."
                : null;
            if (fault is not null)
            {
                faults.Add($"Unit cost {cost.Id}: {fault}");
            }
            else
            {
                sheet.Add(cost.Id, (cost, pounds));
            }
        }

        return faults.Count > 0 ? (null, faults.ToImmutable()) : (new CostSheet(priceYear, sheet), []);
    }

    /// <returns>Null when there is no such unit cost.</returns>
    internal (UnitCost Cost, decimal Pounds)? Find(string id) => _costs.TryGetValue(id, out var cost) ? cost : null;

    /// <returns>Pounds of the price year; units without a cost are added to the set and count as nothing.</returns>
    internal decimal Of(ImmutableArray<Quantity> quantities, ISet<string> without, ISet<string> examples)
    {
        var sum = 0m;
        foreach (var (id, quantity) in quantities)
        {
            if (!_costs.TryGetValue(id, out var cost))
            {
                without.Add(id);
                continue;
            }

            sum += quantity * cost.Pounds;
            if (cost.Cost.IsExample)
            {
                examples.Add(id);
            }
        }

        return sum;
    }
}
