namespace Diversion.Storage.Compliance;

/// <summary>Passes everything on; a test's own store overrides what it has to do with.</summary>
public abstract class PassingStore(ITableStore inner) : ITableStore
{
    public virtual ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default) =>
        inner.Get(table, partition, row, cancellation);

    public virtual ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default) => inner.Query(query, cancellation);

    public virtual IAsyncEnumerable<TableRow> Scan(string table, CancellationToken cancellation = default) => inner.Scan(table, cancellation);

    public virtual ValueTask<bool> Commit(TableTransaction first, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default) =>
        inner.Commit(first, following, cancellation);
}
