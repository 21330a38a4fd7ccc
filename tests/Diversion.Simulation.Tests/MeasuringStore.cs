using Diversion.Casework.Storage;
using Diversion.Storage.Compliance;

namespace Diversion.Simulation.Tests;

/// <summary>Passes everything on, and remembers the largest commit.</summary>
internal sealed class MeasuringStore(ITableStore store) : PassingStore(store)
{
    private readonly Lock gate = new();

    public int MostChanges { get; private set; }

    public int MostThatFollow { get; private set; }

    /// <summary>Number of characters in keys, names and values.</summary>
    public int LongestThatFollow { get; private set; }

    public override ValueTask<bool> Commit(TableTransaction first, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default)
    {
        lock (gate)
        {
            MostChanges = Math.Max(MostChanges, first.Changes.Count);
            MostThatFollow = Math.Max(MostThatFollow, following.Sum(transaction => transaction.Changes.Count));
            LongestThatFollow = Math.Max(LongestThatFollow, following.Sum(transaction => transaction.Changes.Sum(Length)));
        }

        return base.Commit(first, following, cancellation);
    }

    private static int Length(RowChange change) =>
        change.RowKey.Length + (change is RowChange.Upsert upsert ? upsert.Properties.Sum(property => property.Key.Length + $"{property.Value}".Length) : 0);
}
