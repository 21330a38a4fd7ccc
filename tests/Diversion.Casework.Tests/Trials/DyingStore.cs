using Diversion.Casework.Storage;

namespace Diversion.Casework.Tests.Trials;

/// <summary>A store behind a process that dies before or after a commit, and then answers nothing.</summary>
internal sealed class DyingStore(ITableStore inner) : ITableStore
{
    private int commits;
    private bool dead;

    /// <summary>The commit at which the process dies; null never.</summary>
    public int? DiesAt { get; set; }

    /// <summary>Whether that commit still reached the store.</summary>
    public bool AfterIt { get; set; }

    public int Commits => commits;

    public ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default) =>
        dead ? throw new Death() : inner.Get(table, partition, row, cancellation);

    public ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default) => dead ? throw new Death() : inner.Query(query, cancellation);

    public async ValueTask<bool> Commit(TableTransaction transaction, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default)
    {
        if (dead)
        {
            throw new Death();
        }

        if (Interlocked.Increment(ref commits) != DiesAt)
        {
            return await inner.Commit(transaction, following, cancellation);
        }

        dead = true;
        if (AfterIt)
        {
            await inner.Commit(transaction, following, cancellation);
        }

        throw new Death();
    }

    public IAsyncEnumerable<TableRow> Scan(string table, CancellationToken cancellation = default) => inner.Scan(table, cancellation);

    internal sealed class Death() : Exception("The process died here.");
}
