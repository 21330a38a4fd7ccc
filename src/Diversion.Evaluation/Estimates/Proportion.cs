namespace Diversion.Evaluation.Estimates;

/// <summary>People who did, of people who were followed up.</summary>
public readonly record struct Proportion
{
    /// <param name="count">How many did.</param>
    /// <param name="of">How many there were.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 0, or more than there were.</exception>
    public Proportion(int count, int of)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, of);
        (Count, Of) = (count, of);
    }

    public int Count { get; }

    public int Of { get; }

    public int Others => Of - Count;

    /// <summary>From 0 to 1; not a number when there was nobody.</summary>
    public double Value => (double)Count / Of;

    /// <summary>The share with Wilson's score interval; null when there was nobody.</summary>
    /// <remarks>
    /// Ends: (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n). Wilson 1927, JASA 22:209; recommended by Newcombe 1998,
    /// Statistics in Medicine 17:857 (method 3). It stays within 0 to 1 and is sound for small numbers and for none.
    /// </remarks>
    public Estimate? Wilson(double level = Confidence.Usual)
    {
        if (Of == 0)
        {
            return null;
        }

        var (n, p, z) = ((double)Of, Value, Confidence.Z(level));
        var middle = p + (z * z / (2 * n));
        var half = z * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n)));
        var whole = 1 + (z * z / n);
        return new(p, Count == 0 ? 0 : (middle - half) / whole, Count == Of ? 1 : (middle + half) / whole);
    }
}
