using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.Measures;

namespace Diversion.Evaluation.Money;

/// <summary>Cost of the counted reoffences of a group, by the unit cost of their offence group (<c>crime:theft</c>).</summary>
/// <param name="PerPerson">Over everybody followed up; bootstrap interval.</param>
/// <param name="WithoutCost">Reoffences whose group is not known or has no cost: they count as nothing.</param>
public sealed record ReoffendingCost(Estimate? PerPerson, int People, int WithoutCost)
{
    public const string Prefix = "crime:";

    /// <summary>Of each person followed up, in an order that does not change.</summary>
    private double[] EachPerson { get; init; } = [];

    public static ReoffendingCost Of(FollowedUp people, CostSheet sheet, ulong seed)
    {
        var (values, without) = Values(people, sheet);
        return new(Bootstrap.Mean(values, seed), values.Length, without) { EachPerson = values };
    }

    /// <returns>Pounds a person without an interval: for many trials, whose spread is what is asked for.</returns>
    public static double? Mean(FollowedUp people, CostSheet sheet) => Values(people, sheet).Values is { Length: > 0 } values ? values.Average() : null;

    /// <returns>Pounds a person of the first minus of the second; null when a group is empty.</returns>
    public static Estimate? Difference(ReoffendingCost first, ReoffendingCost second, ulong seed) => Bootstrap.Difference(first.EachPerson, second.EachPerson, seed);

    private static (double[] Values, int Without) Values(FollowedUp people, CostSheet sheet)
    {
        var costs = sheet.Costs.Where(one => one.Cost.Id.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(one => one.Cost.Id[Prefix.Length..], one => (double)one.Pounds, StringComparer.Ordinal);
        var (values, without) = (new double[people.Known.Length], 0);
        for (var i = 0; i < values.Length; i++)
        {
            foreach (var reoffence in people.Known[i].Answer.Counted)
            {
                without += costs.TryGetValue(reoffence.OffenceGroup ?? "", out var pounds) ? 0 : 1;
                values[i] += pounds;
            }
        }

        // By pseudonym, so that the order of the rows changes nothing; where it could not, sorting would take longer than the rest.
        if (Bootstrap.DependsOnOrder(values))
        {
            Array.Sort(people.Known.Select(one => one.Person.Pseudonym).ToArray(), values, StringComparer.Ordinal);
        }

        return (values, without);
    }
}
