using Diversion.Casework.Storage;

namespace Diversion.Functions.Tests.VirtualTime;

/// <summary>A store whose caller may die just before a commit, or just after it.</summary>
internal sealed class MortalStore(ITableStore store, Func<Crashes> crashes) : ITableStore
{
    public ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default) =>
        store.Get(table, partition, row, cancellation);

    public ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default) => store.Query(query, cancellation);

    public IAsyncEnumerable<TableRow> Scan(string table, CancellationToken cancellation = default) => store.Scan(table, cancellation);

    public async ValueTask<bool> Commit(
        TableTransaction first, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default)
    {
        Die();
        var applied = await store.Commit(first, following, cancellation);
        Die();
        return applied;
    }

    private void Die()
    {
        if (crashes().Here())
        {
            throw new StorageUnavailableException("The process died here.");
        }
    }
}
