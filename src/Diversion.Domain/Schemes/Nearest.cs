namespace Diversion.Domain.Schemes;

/// <summary>Suggests what was meant: the known words that need the fewest changed letters.</summary>
public static class Nearest
{
    public static IEnumerable<string> To(string word, IEnumerable<string> known, int count) =>
        known.OrderBy(candidate => Distance(word, candidate))
            .ThenBy(candidate => candidate, StringComparer.Ordinal)
            .Take(count);

    internal static int Distance(string one, string other)
    {
        // One row of the edit-distance table at a time: "above" is the row of the previous letter.
        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var row = new int[other.Length + 1];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]);
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (same ? 0 : 1));
            }

            above = row;
        }

        return above[^1];
    }
}
