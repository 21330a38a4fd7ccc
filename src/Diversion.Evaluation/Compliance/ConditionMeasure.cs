using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Compliance;

/// <summary>How conditions of one kind or pathway ended.</summary>
/// <param name="Kind">Kind, or pathway.</param>
/// <param name="Kept">Kept ÷ (kept + failed). Waived ones are nobody's failure, open ones are not yet known: both are left out and told.</param>
public sealed record ConditionMeasure(string Kind, Figure Kept)
{
    public static ImmutableArray<ConditionMeasure> ByKind(IEnumerable<PersonRow> people) => Of(people, condition => condition.Kind, "conditions kept");

    /// <summary>Completion by pathway.</summary>
    public static ImmutableArray<ConditionMeasure> ByPathway(IEnumerable<PersonRow> people) => Of(people, condition => condition.Pathway, "pathways completed");

    private static ImmutableArray<ConditionMeasure> Of(IEnumerable<PersonRow> people, Func<ConditionFacts, string?> by, string what) =>
    [
        .. people.SelectMany(person => person.Course.Conditions).Where(condition => by(condition) is not null)
            .GroupBy(condition => by(condition)!, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
            {
                var (kept, failed) = (group.Count(one => one.End == ConditionEnd.Kept), group.Count(one => one.End == ConditionEnd.Failed));
                return new ConditionMeasure(
                    group.Key,
                    Figure.Share(group.Key, $"{what} ÷ ended by keeping or failing", kept, kept + failed, Excluded(group.Count(one => one.End == ConditionEnd.Waived), group.Count(one => one.End is null))));
            }),
    ];

    private static ImmutableArray<Exclusion> Excluded(int waived, int open) =>
        [.. new[] { new Exclusion("waived", waived), new Exclusion("still open", open) }.Where(one => one.People > 0)];
}
