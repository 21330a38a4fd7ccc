using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Maintenance;

/// <param name="Written">Rows that were missing or wrong.</param>
/// <param name="Removed">Rows that no stream demands.</param>
public sealed record RebuildReport(long Agreements, long Events, long Written, long Removed);

/// <summary>
/// Makes every snapshot and read-model row anew from the streams. Only what differs is written, so that running it
/// twice writes nothing, and stopping it half-way loses nothing. Run it while nothing else writes.
/// </summary>
public static class Rebuilding
{
    /// <summary>Transactions that share one commit.</summary>
    private const int Batch = 2_000;

    /// <param name="progress">Told the number of agreements replayed so far.</param>
    /// <exception cref="StreamBrokenException">An event cannot be read; nothing of its agreement was written.</exception>
    public static async Task<RebuildReport> Run(
        ITableStore store, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        // What stands there now; what no stream has asked for by the end is stray.
        var strays = new Dictionary<UInt128, (string Table, string Partition, string Row)>();
        foreach (var table in ExpectedRows.Tables)
        {
            await foreach (var row in store.Scan(table, cancellation))
            {
                strays[ExpectedRows.Fingerprint(table, row.Partition, row.Row, row.Properties)] = (table, row.Partition, row.Row);
            }
        }

        long agreements = 0;
        long events = 0;
        long written = 0;
        var keep = new HashSet<(string, string, string)>();
        var pending = new List<(string Table, string Partition, RowChange Change)>();
        await foreach (var stored in StoredAgreement.All(store, cancellation))
        {
            AgreementState? state = null;
            foreach (var row in stored.Events)
            {
                state = Agreement.Evolve(state, StreamRows.ReadEvent(row));
            }

            agreements++;
            events += stored.Events.Count;
            progress?.Report(agreements);
            if (state is null)
            {
                throw new StreamBrokenException($"{stored.Id} has rows but no events. Restore the data folder from a backup.");
            }

            var snapshot = StreamRows.SnapshotRow(state, stored.Events[^1].Text("hash"));
            if (stored.Snapshot?.TextOrNull("state") != (string)snapshot.Properties["state"] || stored.Snapshot.Number("number") != state.Version)
            {
                pending.Add((Tables.Agreements, stored.Id, snapshot));
            }

            foreach (var row in ExpectedRows.Of(state, stored))
            {
                var fingerprint = ExpectedRows.Fingerprint(row.Table, row.Partition, row.Row, row.Properties);
                if (!strays.Remove(fingerprint))
                {
                    // Where a stray stands at the same key with other content, this overwrites it: it must not be removed after.
                    keep.Add((row.Table, row.Partition, row.Row));
                    pending.Add((row.Table, row.Partition, new RowChange.Upsert(row.Row, row.Properties)));
                }
            }

            if (pending.Count >= Batch)
            {
                written += await Write(store, pending, cancellation);
            }
        }

        written += await Write(store, pending, cancellation);
        foreach (var stray in strays.Values.Where(stray => !keep.Contains(stray)))
        {
            pending.Add((stray.Table, stray.Partition, new RowChange.Delete(stray.Row)));
        }

        var removed = await Write(store, pending, cancellation);
        return new RebuildReport(agreements, events, written, removed);
    }

    private static async Task<int> Write(
        ITableStore store, List<(string Table, string Partition, RowChange Change)> pending, CancellationToken cancellation)
    {
        var count = pending.Count;
        var transactions = ReadModelRows.Grouped(pending);
        if (transactions.Count > 0)
        {
            await store.Commit(transactions[0], transactions[1..], cancellation);
        }

        pending.Clear();
        return count;
    }
}
