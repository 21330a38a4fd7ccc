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
        var programme = FollowedUp.Of(split.Programme, rule, FollowUpStart.Allocation);
        var control = FollowedUp.Of(split.Control, rule, FollowUpStart.Allocation);
        return [.. kinds.SelectMany(kind => Within(kind, Shares(programme, kind), Shares(control, kind)))];
    }

    private static IEnumerable<SubgroupResult> Within(GroupKind kind, Dictionary<string, Proportion> programme, Dictionary<string, Proportion> control) =>
        programme.Keys.Union(control.Keys, StringComparer.Ordinal).OrderBy(group => group.Length == 0).ThenBy(group => group, StringComparer.Ordinal).Select(group =>
        {
            var (one, two) = (programme.GetValueOrDefault(group), control.GetValueOrDefault(group));
            return new SubgroupResult(kind, group.Length == 0 ? null : group, one, two, RelativeRisk.Katz(one, two));
        });

    /// <summary>An empty key stands for a group that is not known.</summary>
    private static Dictionary<string, Proportion> Shares(FollowedUp people, GroupKind kind)
    {
        var counts = new Dictionary<string, (int Count, int Of)>(StringComparer.Ordinal);
        foreach (var (person, answer) in people.Known)
        {
            ref var share = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, person.Groups.Of(kind) ?? "", out _);
            share = (share.Count + (answer.DaysToFirst is null ? 0 : 1), share.Of + 1);
        }

        return counts.ToDictionary(group => group.Key, group => new Proportion(group.Value.Count, group.Value.Of), StringComparer.Ordinal);
    }
}
