using System.Runtime.InteropServices;
using Diversion.Evaluation.Compliance;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Fairness;

/// <summary>How long a group waited for the decision on eligibility.</summary>
/// <param name="Group">Code; null: not known.</param>
/// <param name="MedianDays">From referral to decision; null when none was decided.</param>
/// <param name="Waiting">Referred and not yet decided.</param>
public sealed record DecisionTime(string? Group, double? MedianDays, int Decided, int Waiting)
{
    public static ImmutableArray<DecisionTime> Of(IEnumerable<PersonRow> people, GroupKind kind) => All(people, kind)[0];

    /// <summary>By each kind of group. Everybody is looked at once.</summary>
    public static ImmutableArray<ImmutableArray<DecisionTime>> All(IEnumerable<PersonRow> people, params IReadOnlyList<GroupKind> kinds)
    {
        var groups = kinds.Select(_ => new Dictionary<string, (List<double> Days, int Waiting)>(StringComparer.Ordinal)).ToArray();
        foreach (var person in people)
        {
            if (person.Course.ReferredOn is not { } referred)
            {
                continue;
            }

            var days = person.Course.EligibilityDecidedOn is { } decided ? Period.DaysBetween(referred, decided) : (int?)null;
            for (var k = 0; k < groups.Length; k++)
            {
                ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups[k], person.Groups.Of(kinds[k]) ?? "", out _);
                group.Days ??= [];
                if (days is { } waited)
                {
                    group.Days.Add(waited);
                }
                else
                {
                    group.Waiting++;
                }
            }
        }

        return
        [
            .. groups.Select(kind => kind.OrderBy(group => group.Key.Length == 0).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new DecisionTime(group.Key.Length == 0 ? null : group.Key, Middle.Of(group.Value.Days), group.Value.Days.Count, group.Value.Waiting)).ToImmutableArray()),
        ];
    }
}
