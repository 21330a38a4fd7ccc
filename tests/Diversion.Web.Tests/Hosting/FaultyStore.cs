using System.Collections.Concurrent;
using Diversion.Casework.Storage;

namespace Diversion.Web.Tests.Hosting;

/// <summary>A store that can be made to fail, and that says what was read.</summary>
internal sealed class FaultyStore(ITableStore inner) : ITableStore
{
    /// <summary>Thrown by every call while it is set.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Table and row, or table and range, of each read.</summary>
    public ConcurrentQueue<string> Reads { get; } = new();

    public ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default)
    {
        Reads.Enqueue($"{table} {row}");
        return Fault is null ? inner.Get(table, partition, row, cancellation) : throw Fault;
    }

    public ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default)
    {
        Reads.Enqueue(query is { From: null, Before: null } ? query.Table : $"{query.Table} {query.From} to {query.Before}");
        return Fault is null ? inner.Query(query, cancellation) : throw Fault;
    }

    public IAsyncEnumerable<TableRow> Scan(string table, CancellationToken cancellation = default) =>
        Fault is null ? inner.Scan(table, cancellation) : throw Fault;

    public ValueTask<bool> Commit(TableTransaction first, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default) =>
        Fault is null ? inner.Commit(first, following, cancellation) : throw Fault;
}
