using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Compliance;

/// <summary>Change between the assessments at the start and at the end of a pathway, in points of 0 to 10; above 0 is better.</summary>
/// <param name="Change">Mean of end minus start, over those with both; bootstrap interval. Null when nobody has both.</param>
/// <param name="Both">People with both assessments.</param>
/// <param name="StartOnly">Without an end: who stayed differs from who left, so this number belongs beside the change.</param>
public sealed record DistanceTravelled(string Pathway, Estimate? Change, int Both, int StartOnly)
{
    public static ImmutableArray<DistanceTravelled> Of(IEnumerable<PersonRow> people, ulong seed) =>
    [
        .. people.SelectMany(person => person.Course.Conditions).Where(condition => condition is { Pathway: not null, StartScore: not null })
            .GroupBy(condition => condition.Pathway!, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
            {
                double[] changes = [.. group.Where(one => one.EndScore is not null).Select(one => (double)(one.EndScore!.Value - one.StartScore!.Value)).Order()];
                return new DistanceTravelled(group.Key, Bootstrap.Mean(changes, seed), changes.Length, group.Count(one => one.EndScore is null));
            }),
    ];
}
