using Diversion.Casework.Storage;
using Diversion.Storage.Compliance;

namespace Diversion.Functions.Tests.VirtualTime;

/// <summary>
/// Counts the requests that the Azure Tables adapter would send for each call (TableCommit.cs and Following.cs, without
/// conflicts and without pages over 1,000 rows). A retried request would be one more, and is not counted.
/// </summary>
internal sealed class CountingStore(ITableStore store) : PassingStore(store)
{
    private int requests;

    public int Requests => requests;

    /// <summary>A workflow that wakes checks for an unfinished commit.</summary>
    public void LookedForUnfinished() => Interlocked.Increment(ref requests);

    public override ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref requests);
        return base.Get(table, partition, row, cancellation);
    }

    public override ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref requests);
        return base.Query(query, cancellation);
    }

    public override ValueTask<bool> Commit(
        TableTransaction first, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default)
    {
        // The journal is read, written with the first transaction, and cleared; each partition's number is read once.
        var journal = following.Count == 0 ? 0 : 2;
        var places = following.Select(transaction => (transaction.Table, transaction.Partition)).Distinct().Count();
        Interlocked.Add(ref requests, 1 + journal + places + following.Count);
        return base.Commit(first, following, cancellation);
    }
}
