using System.Text.Json;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Maintenance;

/// <summary>The result of checking a whole store.</summary>
/// <param name="Fault">The first fault, with what to do about it; null when there is none.</param>
public sealed record VerificationReport(long Agreements, long Events, long Rows, string? Fault);

/// <summary>
/// Checks every hash chain, compares every snapshot with its replay, and every read-model row with what the streams
/// produce. Stops at the first fault. Run it while nothing writes.
/// </summary>
public static class Verification
{
    /// <param name="progress">Called with the number of agreements checked so far.</param>
    public static async Task<VerificationReport> Run(
        ITableStore store, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        long agreements = 0;
        long events = 0;
        var expected = new HashSet<UInt128>();
        await foreach (var stored in StoredAgreement.All(store, cancellation))
        {
            var (state, fault) = Check(stored);
            if (fault is not null)
            {
                return new VerificationReport(agreements, events, 0, fault);
            }

            foreach (var (fingerprint, _) in RowFingerprint.Of(ExpectedRows.Of(state!, stored)))
            {
                expected.Add(fingerprint);
            }

            agreements++;
            events += stored.Events.Count;
            progress?.Report(agreements);
        }

        var wanted = expected.Count;
        var rows = 0;
        foreach (var table in ExpectedRows.Tables)
        {
            await foreach (var row in store.Scan(table, cancellation))
            {
                rows++;
                if (!expected.Remove(RowFingerprint.Of(table, row)))
                {
                    return new VerificationReport(
                        agreements, events, rows, $"The row {row.Row} of {table}/{row.Partition} does not match the events. Run `rebuild`.");
                }
            }
        }

        return new VerificationReport(
            agreements,
            events,
            rows,
            expected.Count == 0 ? null : $"{expected.Count} of {wanted} rows required by the events are missing from the read models. Run `rebuild`.");
    }

    private static (AgreementState? State, string? Fault) Check(StoredAgreement stored)
    {
        AgreementState? state = null;
        var hash = StreamRows.Genesis;
        var number = 0;
        try
        {
            foreach (var row in stored.Events)
            {
                if (Broken(row, ++number, hash) is { } broken)
                {
                    return (null, $"{stored.Id}, event {number}: {broken} Restore the data folder from a backup; do not edit it.");
                }

                hash = row.Text("hash");
                state = Agreement.Evolve(state, StreamRows.ReadEvent(row));
            }
        }
        catch (Exception fault) when (fault is StreamBrokenException or KeyNotFoundException or InvalidCastException or InvalidOperationException or NullReferenceException)
        {
            return (null, $"{stored.Id}, event {number}: cannot be replayed ({fault.Message}). Restore the data folder from a backup; do not edit it.");
        }

        if (state is null)
        {
            return (null, $"{stored.Id} has rows but no events. Restore the data folder from a backup.");
        }

        if (stored.Snapshot is not { } snapshot)
        {
            return (null, $"{stored.Id} has no snapshot. Run `rebuild`.");
        }

        if (snapshot.Number("number") != number || snapshot.Text("hash") != hash)
        {
            return (null, $"The snapshot of {stored.Id} is at event {snapshot.Number("number")}, the stream is at {number}. Run `rebuild`.");
        }

        return snapshot.Text("state") == JsonSerializer.Serialize(state, StoredJson.Options)
            ? (state, null)
            : (null, $"The snapshot of {stored.Id} does not match its {number} events. Run `rebuild`.");
    }

    private static string? Broken(TableRow row, int number, string previous)
    {
        if (StreamRows.NumberOf(row) != number)
        {
            return $"is missing; the next existing one is {StreamRows.NumberOf(row)}.";
        }

        var dataHash = row.Text("dataHash");
        if (!row.Flag("erased") && StreamRows.DataHash(row.Text("data"), row.TextOrNull("reason")) != dataHash)
        {
            return "its content was changed after it was written.";
        }

        return StreamRows.ChainHash(previous, number, row.Text("name"), (int)row.Number("version"), row.Text("meta"), dataHash) == row.Text("hash")
            ? null
            : "the hash chain is broken here: this event or the one before it was changed or replaced.";
    }
}
