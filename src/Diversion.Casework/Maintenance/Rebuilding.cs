using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;

namespace Diversion.Casework.Maintenance;

/// <param name="Streams">How many there are, by kind.</param>
/// <param name="Written">Rows that were missing or wrong.</param>
/// <param name="Removed">Rows that no stream produces.</param>
public sealed record RebuildReport(StreamCounts Streams, long Events, long Written, long Removed);

/// <summary>
/// Rebuilds every snapshot and read-model row from the streams. Only differences are written: running it twice writes
/// nothing, and stopping half-way loses nothing. Run it while nothing else writes.
/// </summary>
public static class Rebuilding
{
    /// <summary>Rows that are collected before they are written.</summary>
    private const int Batch = 2_000;

    private const int AtOnce = 64;

    public static Task<RebuildReport> Run(ITableStore store, IProgress<long>? progress = null, CancellationToken cancellation = default) =>
        Run(store, RegisteredStreams.Kinds, progress, cancellation);

    /// <param name="progress">Called with the number of streams replayed so far.</param>
    /// <exception cref="StreamBrokenException">An event cannot be read; nothing of its stream was written.</exception>
    public static async Task<RebuildReport> Run(
        ITableStore store, StreamKinds kinds, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        // The rows stored now; those that no stream has produced by the end are strays.
        var strays = new HashSet<UInt128>();
        await Fingerprinted(store, kinds, (fingerprint, _, _) => strays.Add(fingerprint), cancellation);

        var streams = new StreamCounts(kinds);
        long events = 0;
        long written = 0;
        var gate = new Lock();
        var keep = new HashSet<(string, string, string)>();
        var pending = new List<(string Table, string Partition, RowChange Change)>();

        // One core reads while the others replay; each holds only one stream, however many there are.
        await Parallel.ForEachAsync(StoredStream.All(store, kinds, cancellation), cancellation, async (stored, stop) =>
        {
            var (snapshot, rows) = Replay(stored);
            List<(string Table, string Partition, RowChange Change)>? full = null;
            lock (gate)
            {
                streams.Add(stored.Id.Kind);
                events += stored.Events.Count;
                progress?.Report(streams.Total);
                if (snapshot is not null)
                {
                    pending.Add((stored.Id.Table, stored.Id.Partition, snapshot));
                }

                foreach (var (fingerprint, row) in rows)
                {
                    if (!strays.Remove(fingerprint))
                    {
                        // If a stray has the same key with other content, this overwrites it: it must not be removed afterwards.
                        keep.Add((row.Table, row.Partition, row.Row));
                        pending.Add((row.Table, row.Partition, new RowChange.Upsert(row.Row, row.Properties)));
                    }
                }

                if (pending.Count >= Batch)
                {
                    (full, pending) = (pending, []);
                    written += full.Count;
                }
            }

            if (full is not null)
            {
                await Write(store, full, stop);
            }
        });

        written += pending.Count;
        await Write(store, pending, cancellation);
        var removed = await RemoveStrays(store, kinds, strays, keep, cancellation);
        return new RebuildReport(streams, events, written, removed);
    }

    /// <returns>The snapshot if the stored one is missing or wrong, and the rows outside the stream.</returns>
    private static (RowChange.Upsert? Snapshot, List<(UInt128 Fingerprint, ReadModelRow Row)> Rows) Replay(StoredStream stored)
    {
        object? state = null;
        foreach (var row in stored.Events)
        {
            state = stored.Id.Kind.Evolve(state, row);
        }

        if (state is null)
        {
            throw new StreamBrokenException($"{stored.Id} has rows but no events. Restore the data folder from a backup.");
        }

        var kind = stored.Id.Kind;
        var sound = stored.Snapshot is { } kept && kind.IsSnapshotOf(kept, state);
        var snapshot = sound ? null : kind.Snapshot(state, stored.Events[^1].Text("hash"));
        return (snapshot, RowFingerprint.Of(ExpectedRows.Of(state, stored)));
    }

    /// <summary>Strays are rare: their keys are looked up again instead of keeping all keys in memory.</summary>
    private static async Task<int> RemoveStrays(
        ITableStore store, StreamKinds kinds, HashSet<UInt128> strays, HashSet<(string, string, string)> keep, CancellationToken cancellation)
    {
        var deletes = new List<(string Table, string Partition, RowChange Change)>();
        if (strays.Count > 0)
        {
            await Fingerprinted(
                store,
                kinds,
                (fingerprint, table, row) =>
                {
                    if (strays.Contains(fingerprint) && !keep.Contains((table, row.Partition, row.Row)))
                    {
                        deletes.Add((table, row.Partition, new RowChange.Delete(row.Row)));
                    }
                },
                cancellation);
        }

        foreach (var part in deletes.Chunk(Batch))
        {
            await Write(store, part, cancellation);
        }

        return deletes.Count;
    }

    private static async Task Fingerprinted(ITableStore store, StreamKinds kinds, Action<UInt128, string, TableRow> found, CancellationToken cancellation)
    {
        var gate = new Lock();
        await Parallel.ForEachAsync(kinds.ReadModels, cancellation, async (table, stop) =>
        {
            var rows = new List<(UInt128 Fingerprint, TableRow Row)>(AtOnce);
            await foreach (var row in store.ScanInAnyOrder(table, stop))
            {
                rows.Add((RowFingerprint.Of(table, row), row));
                if (rows.Count == AtOnce)
                {
                    Tell(rows);
                }
            }

            Tell(rows);

            void Tell(List<(UInt128 Fingerprint, TableRow Row)> rows)
            {
                lock (gate)
                {
                    rows.ForEach(row => found(row.Fingerprint, table, row.Row));
                }

                rows.Clear();
            }
        });
    }

    /// <remarks>Transactions are independent and may run in any order; those that run together share a flush if the store
    /// has one.</remarks>
    private static Task Write(
        ITableStore store, IReadOnlyCollection<(string Table, string Partition, RowChange Change)> changes, CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            ReadModelRows.Grouped(changes),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (transaction, stop) => await store.Commit(transaction, [], stop));
}
