using System.Runtime.InteropServices;
using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Fairness;

/// <summary>A step of the programme by group: rate, and rate relative to the largest group ("explain or reform").</summary>
public sealed record FairnessTable(FairnessQuestion Question, GroupKind Kind, ImmutableArray<FairnessRow> Rows)
{
    /// <remarks>
    /// The largest group by people at the step, of those that are known. A finding is written where the 95% interval of the
    /// relative rate leaves out 1: with twenty comparisons one such is expected by chance, so it is a question and no verdict.
    /// </remarks>
    public static FairnessTable Of(IEnumerable<PersonRow> people, FairnessQuestion question, GroupKind kind)
    {
        var counts = new Dictionary<string, (int Count, int Of)>(StringComparer.Ordinal);
        foreach (var person in people)
        {
            if (question.Asks(person))
            {
                ref var share = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, person.Groups.Of(kind) ?? "", out _);
                share = (share.Count + (question.Answers(person) ? 1 : 0), share.Of + 1);
            }
        }

        var groups = counts
            .Select(group => (Key: group.Key.Length == 0 ? null : group.Key, Share: new Proportion(group.Value.Count, group.Value.Of)))
            .OrderBy(one => one.Key is null).ThenByDescending(one => one.Share.Of).ThenBy(one => one.Key, StringComparer.Ordinal).ToArray();
        var largest = groups.FirstOrDefault();
        return new(question, kind, [.. groups.Select((one, index) => index == 0 ? Largest(one.Key, one.Share) : Compared(one.Key, one.Share, largest.Share, largest.Key, question.Name))]);
    }

    private static FairnessRow Largest(string? group, Proportion share) => new(group, share, share.Wilson(), null, true, "");

    private static FairnessRow Compared(string? group, Proportion share, Proportion largest, string? name, string question)
    {
        var relative = RelativeRisk.Katz(share, largest);
        var finding = relative is { } found && !found.Interval.Holds(1)
            ? $"{question}: {group ?? "not known"} {Percent(share)}, {name ?? "not known"} {Percent(largest)}. Explain or reform."
            : "";
        return new(group, share, share.Wilson(), relative, false, finding);
    }

    private static string Percent(Proportion share) => $"{share.Value * 100:0.0}% ({share.Count} of {share.Of})";
}
