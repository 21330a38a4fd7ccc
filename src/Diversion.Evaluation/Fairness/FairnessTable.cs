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
        var counts = Count(people, [question], [kind])[0];
        return Of(question, kind, counts.Select(group => (group.Key, group.Value[0])));
    }

    /// <summary>Every step by every kind of group: kind by kind, in the order of the questions. Everybody is looked at once.</summary>
    public static ImmutableArray<FairnessTable> All(IEnumerable<PersonRow> people, params IReadOnlyList<GroupKind> kinds)
    {
        var questions = FairnessQuestion.All;
        var counts = Count(people, questions, kinds);
        return [.. kinds.SelectMany((kind, k) => questions.Select((question, q) => Of(question, kind, counts[k].Select(group => (group.Key, group.Value[q])))))];
    }

    /// <returns>For each kind and group the counts of each question. An empty key stands for a group that is not known.</returns>
    private static Dictionary<string, (int Count, int Of)[]>[] Count(IEnumerable<PersonRow> people, IReadOnlyList<FairnessQuestion> questions, IReadOnlyList<GroupKind> kinds)
    {
        var counts = kinds.Select(_ => new Dictionary<string, (int, int)[]>(StringComparer.Ordinal)).ToArray();
        var (asked, answered) = (new int[questions.Count], new int[questions.Count]);
        foreach (var person in people)
        {
            for (var q = 0; q < questions.Count; q++)
            {
                asked[q] = questions[q].Asks(person) ? 1 : 0;
                answered[q] = asked[q] == 1 && questions[q].Answers(person) ? 1 : 0;
            }

            for (var k = 0; k < kinds.Count; k++)
            {
                ref var shares = ref CollectionsMarshal.GetValueRefOrAddDefault(counts[k], person.Groups.Of(kinds[k]) ?? "", out _);
                shares ??= new (int, int)[questions.Count];
                for (var q = 0; q < questions.Count; q++)
                {
                    shares[q] = (shares[q].Item1 + answered[q], shares[q].Item2 + asked[q]);
                }
            }
        }

        return counts;
    }

    private static FairnessTable Of(FairnessQuestion question, GroupKind kind, IEnumerable<(string Key, (int Count, int Of) Share)> counts)
    {
        var groups = counts.Where(group => group.Share.Of > 0)
            .Select(group => (Key: group.Key.Length == 0 ? null : group.Key, Share: new Proportion(group.Share.Count, group.Share.Of)))
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
