namespace Diversion.Evaluation.Estimates;

/// <summary>Counts a person (reoffences), as a table: how many people have each count.</summary>
public sealed class CountSummary
{
    /// <param name="counts">Each person's count; none is negative.</param>
    public CountSummary(IEnumerable<int> counts)
    {
        var table = new SortedDictionary<int, int>();
        foreach (var count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
            table[count] = table.GetValueOrDefault(count) + 1;
            People++;
            Events += count;
        }

        Table = [.. table.Select(pair => (pair.Key, pair.Value))];
        Mean = (double)Events / People;
        Variance = People < 2 ? 0 : Table.Sum(row => row.People * Math.Pow(row.Count - Mean, 2)) / (People - 1);
    }

    public int People { get; }

    public long Events { get; }

    /// <summary>Each count that occurs, in order, and how many people have it.</summary>
    public ImmutableArray<(int Count, int People)> Table { get; }

    /// <summary>Events a person; not a number when there is nobody.</summary>
    public double Mean { get; }

    /// <summary>With n − 1; 0 for fewer than two people.</summary>
    public double Variance { get; }
}
