using System.Collections.Concurrent;
using Diversion.Casework.Access;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using NodaTime;

namespace Diversion.Casework.Timekeeping;

/// <summary>
/// Finds streams on which something should have happened by now, for a host that keeps time elsewhere and needs to know
/// what was missed. Index rows that the stream itself contradicts are removed on the way.
/// </summary>
public sealed class OverdueStreams(ITableStore store, StreamServices services, IUnfinishedCommits unfinished)
{
    /// <summary>Per shard; the rest is found once these are done.</summary>
    private const int MostRows = 500;

    private const int AtOnce = 16;

    private readonly InstantIndex due = new(store, Tables.Due);
    private readonly InstantIndex outbox = new(store, Tables.Outbox);

    /// <returns>Each stream once.</returns>
    public async Task<IReadOnlyCollection<StreamId>> Find(Instant before, CancellationToken cancellation = default)
    {
        var found = new ConcurrentDictionary<StreamId, bool>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            await due.UpTo(before, MostRows, cancellation), parallel, (row, stop) => Check(row, Tables.Due, IsDue, found, stop));
        await Parallel.ForEachAsync(
            await outbox.UpTo(before, MostRows, cancellation), parallel, (row, stop) => Check(row, Tables.Outbox, IsWaiting, found, stop));
        return [.. found.Keys];
    }

    /// <summary>On which something falls due by then, without their messages: for what sleeps until shortly before.</summary>
    public async Task<IReadOnlyCollection<StreamId>> FindDue(Instant before, CancellationToken cancellation = default)
    {
        var found = new ConcurrentDictionary<StreamId, bool>();
        await Parallel.ForEachAsync(
            await due.UpTo(before, MostRows, cancellation),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            (row, stop) => Check(row, Tables.Due, IsDue, found, stop));
        return [.. found.Keys];
    }

    /// <summary>
    /// Completes what a crash left half applied. The row of the index that would lead there may be what is missing, so the store
    /// looks through all streams.
    /// </summary>
    /// <returns>The streams, which nobody may have been told of yet.</returns>
    public async Task<IReadOnlyCollection<StreamId>> Complete(CancellationToken cancellation = default)
    {
        var completed = new List<StreamId>();
        foreach (var table in services.Kinds.StreamTables)
        {
            await foreach (var partition in unfinished.Find(table, cancellation))
            {
                await unfinished.Finish(table, partition, cancellation);
                if (services.Kinds.Of(table, partition) is { } stream)
                {
                    completed.Add(stream);
                }
            }
        }

        return completed;
    }

    private async ValueTask Check(
        TableRow row,
        string table,
        Func<StreamId, TableRow, CancellationToken, ValueTask<bool>> stands,
        ConcurrentDictionary<StreamId, bool> found,
        CancellationToken cancellation)
    {
        var stream = services.IndexedBy(row);
        if (found.ContainsKey(stream))
        {
            return;
        }

        if (await stands(stream, row, cancellation))
        {
            found[stream] = true;
        }
        else
        {
            // A crash between two partitions leaves the index out of date. Add the missing row before removing the wrong one.
            await unfinished.Finish(stream.Table, stream.Partition, cancellation);
            await store.Commit(new TableTransaction(table, row.Partition, [new RowChange.Delete(row.Row, row.ETag)]), [], cancellation);
        }
    }

    private async ValueTask<bool> IsDue(StreamId stream, TableRow row, CancellationToken cancellation)
    {
        try
        {
            return await services.Of(stream).NextDue(stream.Id, cancellation) <= DueRows.InstantOf(row);
        }
        catch (StreamBrokenException)
        {
            // It must not hold up the others; its workflow reports what is wrong with it.
            return true;
        }
    }

    private async ValueTask<bool> IsWaiting(StreamId stream, TableRow row, CancellationToken cancellation) =>
        await store.Get(stream.Table, stream.Partition, OutboxRows.Key(OutboxRows.MessageOf(row)), cancellation) is { } message
        && OutboxRows.Read(message).State is { Status: DeliveryStatus.Waiting } state
        && state.NextTry <= DueRows.InstantOf(row);
}
