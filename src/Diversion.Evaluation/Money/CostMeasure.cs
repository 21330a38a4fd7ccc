using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Money;

/// <summary>What agreements cost and what they saved, in pounds of one year.</summary>
/// <param name="Agreements">Signed.</param>
/// <param name="PerAgreement">Null when none was signed.</param>
/// <param name="PerCompletion">All costs, also of those that failed, over completions; null when there is none.</param>
/// <param name="Avoided">Charge and court that were not needed, by unit cost.</param>
/// <param name="Net">Costs minus what was avoided: below 0, the programme saved money.</param>
/// <param name="WithoutCost">Units that were used but have no cost: the sums are too low.</param>
/// <param name="Examples">Units whose cost is an example of the product's: the sums are examples too.</param>
public sealed record CostMeasure(
    int PriceYear, int Agreements, int Completions, decimal Total, decimal? PerAgreement, decimal? PerCompletion, decimal Avoided, decimal Net, ImmutableSortedSet<string> WithoutCost, ImmutableSortedSet<string> Examples)
{
    /// <summary>What the costs were for, the largest first; units without a cost are not among them.</summary>
    public ImmutableArray<CostPart> Parts { get; init; } = [];

    public static CostMeasure Of(IEnumerable<PersonRow> people, CostSheet sheet)
    {
        var signed = people.Where(person => person.Course.SignedOn is not null).ToArray();
        var (without, examples) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var total = signed.Sum(person => sheet.Of(person.Used, without, examples));
        var avoided = signed.Sum(person => sheet.Of(person.Avoided, without, examples));
        var completions = signed.Count(person => person.Course.End == CourseEnd.Completed);
        return new(
            sheet.PriceYear,
            signed.Length,
            completions,
            total,
            signed.Length == 0 ? null : total / signed.Length,
            completions == 0 ? null : total / completions,
            avoided,
            total - avoided,
            [.. without],
            [.. examples]) { Parts = PartsOf(signed, sheet) };
    }

    private static ImmutableArray<CostPart> PartsOf(PersonRow[] signed, CostSheet sheet) =>
    [
        .. signed.SelectMany(person => person.Used).Where(used => used.Amount > 0).GroupBy(used => used.Unit, StringComparer.Ordinal)
            .Select(unit => sheet.Find(unit.Key) is { } cost ? new CostPart(cost.Cost.Name, unit.Count(), unit.Sum(used => used.Amount) * cost.Pounds) : null)
            .OfType<CostPart>().OrderByDescending(part => part.Pounds).ThenBy(part => part.Name, StringComparer.Ordinal),
    ];
}
