using Diversion.Casework.Storage;
using Diversion.Local.Storage;

namespace Diversion.Benchmarks.Bare;

/// <summary>Passes everything on, and keeps each commit as the bytes that were bound, for a bare loop to write again.</summary>
internal sealed class RecordingStore(SqliteTableStore store) : ITableStore
{
    private readonly Lock gate = new();
    private List<EncodedChange[]> commits = [];

    public ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default) =>
        store.Get(table, partition, row, cancellation);

    public ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default) => store.Query(query, cancellation);

    public IAsyncEnumerable<TableRow> Scan(string table, CancellationToken cancellation = default) => store.Scan(table, cancellation);

    public ValueTask<bool> Commit(
        TableTransaction first, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default)
    {
        Keep(first, following);
        return store.Commit(first, following, cancellation);
    }

    /// <summary>What was committed since the last call.</summary>
    public List<EncodedChange[]> Take()
    {
        lock (gate)
        {
            return Interlocked.Exchange(ref commits, []);
        }
    }

    // The encoding is done twice while recording; a timed round runs without this store.
    private void Keep(TableTransaction first, IReadOnlyList<TableTransaction> following)
    {
        var kept = new PendingCommit(first, following).Changes;
        lock (gate)
        {
            commits.Add(kept);
        }
    }
}
