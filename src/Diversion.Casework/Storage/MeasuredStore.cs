using System.Diagnostics;
using Diversion.Casework.Telemetry;

namespace Diversion.Casework.Storage;

/// <summary>Measures how long a store takes to answer, while somebody listens. A scan is not measured: it grows with the table.</summary>
public sealed class MeasuredStore(ITableStore store) : ITableStore
{
    public ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default) => Instruments.Store.Enabled
        ? Measured("get", table, () => store.Get(table, partition, row, cancellation))
        : store.Get(table, partition, row, cancellation);

    public ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default) => Instruments.Store.Enabled
        ? Measured("query", query.Table, () => store.Query(query, cancellation))
        : store.Query(query, cancellation);

    public IAsyncEnumerable<TableRow> Scan(string table, CancellationToken cancellation = default) => store.Scan(table, cancellation);

    public IAsyncEnumerable<TableRow> ScanInAnyOrder(string table, CancellationToken cancellation = default) => store.ScanInAnyOrder(table, cancellation);

    public ValueTask<bool> Commit(TableTransaction first, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default) => Instruments.Store.Enabled
        ? Measured("commit", first.Table, () => store.Commit(first, following, cancellation))
        : store.Commit(first, following, cancellation);

    private static async ValueTask<T> Measured<T>(string operation, string table, Func<ValueTask<T>> ask)
    {
        var started = Stopwatch.GetTimestamp();
        string? error = null;
        try
        {
            return await ask();
        }
        catch (Exception fault)
        {
            error = fault.GetType().Name;
            throw;
        }
        finally
        {
            var tags = new TagList { { Attributes.Operation, operation }, { Attributes.Table, table } };
            if (error is not null)
            {
                tags.Add(Attributes.Error, error);
            }

            Instruments.Store.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
        }
    }
}
