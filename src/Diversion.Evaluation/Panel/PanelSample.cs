using Diversion.Evaluation.Trial;

namespace Diversion.Evaluation.Panel;

/// <summary>
/// The cases that a scrutiny panel looks at: at random, from every group, and the same again for whoever has the seed, so
/// that nobody picks the cases and nobody can say that somebody did.
/// </summary>
public static class PanelSample
{
    /// <param name="cases">Each case and its group; the order does not matter.</param>
    /// <param name="size">How many; all when there are fewer.</param>
    /// <param name="label">Of the sitting: <c>2026-q3</c>. Another label draws another sample.</param>
    /// <returns>Cases in the order in which they were drawn.</returns>
    /// <remarks>
    /// Each group gets its share by largest remainder, and at least one; with fewer places than groups, the largest get one
    /// each. Within a group the cases
    /// with the smallest HMAC-SHA-256 of label and case under the seed are taken.
    /// </remarks>
    /// <exception cref="ArgumentException">A case is there twice.</exception>
    public static ImmutableArray<string> Draw(IReadOnlyCollection<(string Case, string Group)> cases, int size, AllocationSeed seed, string label)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (cases.Select(one => one.Case).Distinct(StringComparer.Ordinal).Count() != cases.Count)
        {
            throw new ArgumentException("A case is there twice.", nameof(cases));
        }

        var groups = cases.GroupBy(one => one.Group, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Select(one => (one.Case, Draw: seed.Draw($"panel\n{label}\n{one.Case}"))).OrderBy(one => one.Draw).ToArray()).ToArray();
        var places = Places([.. groups.Select(group => group.Length)], Math.Min(size, cases.Count));
        return [.. groups.Zip(places).SelectMany(pair => pair.First.Take(pair.Second)).OrderBy(one => one.Draw).Select(one => one.Case)];
    }

    /// <summary>Places by group; they add up to the size and no group gets more than it has.</summary>
    internal static int[] Places(int[] groups, int size)
    {
        var all = groups.Sum();
        var seen = groups.Count(group => group > 0);
        if (size < seen)
        {
            var largest = Enumerable.Range(0, groups.Length).OrderByDescending(i => groups[i]).Take(size).ToHashSet();
            return [.. groups.Select((_, i) => largest.Contains(i) ? 1 : 0)];
        }

        var places = groups.Select(group => group == 0 ? 0 : Math.Max(1, (int)((long)group * size / all))).ToArray();
        // How far a group is below its share, in places times people; the larger group first where that is the same.
        long Short(int i) => ((long)groups[i] * size) - ((long)places[i] * all);
        while (places.Sum() < size)
        {
            places[Enumerable.Range(0, groups.Length).Where(i => places[i] < groups[i]).MaxBy(i => (Short(i), groups[i]))]++;
        }

        // Small groups were given the place that their share does not reach: it comes from who has most above theirs.
        while (places.Sum() > size)
        {
            places[Enumerable.Range(0, groups.Length).Where(i => places[i] > 1).MinBy(i => (Short(i), -groups[i]))]--;
        }

        return places;
    }
}
