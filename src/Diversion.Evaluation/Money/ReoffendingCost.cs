using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.Measures;

namespace Diversion.Evaluation.Money;

/// <summary>Cost of the counted reoffences of a group, by the unit cost of their offence group (<c>crime:theft</c>).</summary>
/// <param name="PerPerson">Over everybody followed up; bootstrap interval.</param>
/// <param name="WithoutCost">Reoffences whose group is not known or has no cost: they count as nothing.</param>
public sealed record ReoffendingCost(Estimate? PerPerson, int People, int WithoutCost)
{
    public const string Prefix = "crime:";

    public static ReoffendingCost Of(FollowedUp people, CostSheet sheet, ulong seed)
    {
        var (values, without) = Values(people, sheet);
        return new(Bootstrap.Mean(values, seed), values.Length, without);
    }

    /// <returns>Pounds a person without an interval: for many trials, whose spread is what is asked for.</returns>
    public static double? Mean(FollowedUp people, CostSheet sheet) => Values(people, sheet).Values is { Length: > 0 } values ? values.Average() : null;

    /// <returns>Pounds a person of the first minus of the second; null when a group is empty.</returns>
    public static Estimate? Difference(FollowedUp first, FollowedUp second, CostSheet sheet, ulong seed) =>
        Bootstrap.Difference(Values(first, sheet).Values, Values(second, sheet).Values, seed);

    private static (double[] Values, int Without) Values(FollowedUp people, CostSheet sheet)
    {
        var costs = sheet.Costs.Where(one => one.Cost.Id.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(one => one.Cost.Id[Prefix.Length..], one => (double)one.Pounds, StringComparer.Ordinal);
        var without = 0;
        double[] values =
        [
            .. people.Known.OrderBy(one => one.Person.Pseudonym, StringComparer.Ordinal).Select(one => one.Answer.Counted.Sum(reoffence =>
            {
                var known = costs.TryGetValue(reoffence.OffenceGroup ?? "", out var pounds);
                without += known ? 0 : 1;
                return pounds;
            })),
        ];
        return (values, without);
    }
}
