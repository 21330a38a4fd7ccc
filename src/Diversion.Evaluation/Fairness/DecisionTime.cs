using Diversion.Evaluation.Compliance;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Fairness;

/// <summary>How long a group waited for the decision on eligibility.</summary>
/// <param name="Group">Code; null: not known.</param>
/// <param name="MedianDays">From referral to decision; null when none was decided.</param>
/// <param name="Waiting">Referred and not yet decided.</param>
public sealed record DecisionTime(string? Group, double? MedianDays, int Decided, int Waiting)
{
    public static ImmutableArray<DecisionTime> Of(IEnumerable<PersonRow> people, GroupKind kind) =>
    [
        .. people.Where(person => person.Course.ReferredOn is not null).GroupBy(person => person.Groups.Of(kind) ?? "", StringComparer.Ordinal)
            .OrderBy(group => group.Key.Length == 0).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group =>
            {
                double[] days = [.. group.Where(person => person.Course.EligibilityDecidedOn is not null).Select(person => (double)Period.DaysBetween(person.Course.ReferredOn!.Value, person.Course.EligibilityDecidedOn!.Value))];
                return new DecisionTime(group.Key.Length == 0 ? null : group.Key, Middle.Of(days), days.Length, group.Count() - days.Length);
            }),
    ];
}
