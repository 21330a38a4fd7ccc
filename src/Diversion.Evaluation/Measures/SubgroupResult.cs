using System.Runtime.InteropServices;
using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Measures;

/// <summary>The result within one subgroup, for a forest plot. A difference between subgroups needs a test of its own, not two readings.</summary>
/// <param name="Group">Code; null: not known.</param>
/// <param name="Risk">Relative risk; null when it can't be computed.</param>
public sealed record SubgroupResult(GroupKind Kind, string? Group, Proportion Programme, Proportion Control, Estimate? Risk)
{
    public static ImmutableArray<SubgroupResult> Of(IEnumerable<PersonRow> people, Arms arms, ReoffendingRule rule, params IReadOnlyList<GroupKind> kinds)
    {
        var split = arms.Split(people, Basis.Allocated);
        return Of(FollowedUp.Of(split.Programme, rule, FollowUpStart.Allocation), FollowedUp.Of(split.Control, rule, FollowUpStart.Allocation), kinds);
    }

    /// <summary>Of arms whose answers are known already.</summary>
    internal static ImmutableArray<SubgroupResult> Of(FollowedUp programme, FollowedUp control, params IReadOnlyList<GroupKind> kinds)
    {
        var (ones, others) = (Shares(programme, kinds), Shares(control, kinds));
        return [.. kinds.SelectMany((kind, k) => Within(kind, ones[k], others[k]))];
    }

    private static IEnumerable<SubgroupResult> Within(GroupKind kind, Dictionary<string, Proportion> programme, Dictionary<string, Proportion> control) =>
        programme.Keys.Union(control.Keys, StringComparer.Ordinal).OrderBy(group => group.Length == 0).ThenBy(group => group, StringComparer.Ordinal).Select(group =>
        {
            var (one, two) = (programme.GetValueOrDefault(group), control.GetValueOrDefault(group));
            return new SubgroupResult(kind, group.Length == 0 ? null : group, one, two, RelativeRisk.Katz(one, two));
        });

    /// <summary>An empty key stands for a group that is not known.</summary>
    private static Dictionary<string, Proportion>[] Shares(FollowedUp people, IReadOnlyList<GroupKind> kinds)
    {
        var counts = kinds.Select(_ => new Dictionary<string, (int Count, int Of)>(StringComparer.Ordinal)).ToArray();
        foreach (var (person, answer) in people.Known)
        {
            for (var k = 0; k < counts.Length; k++)
            {
                ref var share = ref CollectionsMarshal.GetValueRefOrAddDefault(counts[k], person.Groups.Of(kinds[k]) ?? "", out _);
                share = (share.Count + (answer.DaysToFirst is null ? 0 : 1), share.Of + 1);
            }
        }

        return [.. counts.Select(groups => groups.ToDictionary(group => group.Key, group => new Proportion(group.Value.Count, group.Value.Of), StringComparer.Ordinal))];
    }
}
