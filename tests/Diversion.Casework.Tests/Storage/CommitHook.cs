using Diversion.Casework.Storage;

namespace Diversion.Casework.Tests.Storage;

/// <summary>Lets a test do something, or fail, just before or after a commit.</summary>
internal sealed class CommitHook(ITableStore inner) : ITableStore
{
    /// <summary>Null does nothing.</summary>
    public Func<Task>? Before { get; set; }

    /// <summary>Null does nothing.</summary>
    public Func<Task>? After { get; set; }

    public ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default) =>
        inner.Get(table, partition, row, cancellation);

    public ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default) => inner.Query(query, cancellation);

    public IAsyncEnumerable<TableRow> Scan(string table, CancellationToken cancellation = default) => inner.Scan(table, cancellation);

    public async ValueTask<bool> Commit(TableTransaction first, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default)
    {
        await (Before?.Invoke() ?? Task.CompletedTask);
        var applied = await inner.Commit(first, following, cancellation);
        await (After?.Invoke() ?? Task.CompletedTask);
        return applied;
    }
}
