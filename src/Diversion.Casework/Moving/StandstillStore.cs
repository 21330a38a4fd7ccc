using Diversion.Casework.Storage;

namespace Diversion.Casework.Moving;

/// <summary>
/// A store that several processes work on, and that does not answer while the programme stands still: a host that was not
/// stopped, or was started again by mistake, then neither decides nor sends anything.
/// </summary>
public sealed class StandstillStore(ITableStore store, TimeProvider time) : ITableStore
{
    /// <summary>For one read of one row in this time, each process knows of a standstill that began this long ago.</summary>
    public static readonly TimeSpan Recheck = TimeSpan.FromSeconds(30);

    private sealed record Asked(long At, Standstill? Found);

    private Asked? last;

    public async ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default)
    {
        await Require(cancellation);
        return await store.Get(table, partition, row, cancellation);
    }

    public async ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default)
    {
        await Require(cancellation);
        return await store.Query(query, cancellation);
    }

    public async IAsyncEnumerable<TableRow> Scan(string table, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Require(cancellation);
        await foreach (var row in store.Scan(table, cancellation))
        {
            yield return row;
        }
    }

    public async ValueTask<bool> Commit(TableTransaction first, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default)
    {
        await Require(cancellation);
        return await store.Commit(first, following, cancellation);
    }

    private async ValueTask Require(CancellationToken cancellation)
    {
        if (last is not { } known || time.GetElapsedTime(known.At) >= Recheck)
        {
            var at = time.GetTimestamp();
            last = known = new Asked(at, await Standstill.Of(store, cancellation));
        }

        if (known.Found is { } standstill)
        {
            throw new StorageUnavailableException(standstill.Words);
        }
    }
}
