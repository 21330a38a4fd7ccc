using System.Security.Cryptography;
using System.Text;
using Diversion.Casework.Documents;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Maintenance;

/// <summary>The result of checking a whole store.</summary>
/// <param name="Fault">The first fault, with what to do about it; null when there is none.</param>
/// <param name="Streams">How many there are, by kind.</param>
public sealed record VerificationReport(StreamCounts Streams, long Events, long Rows, string? Fault)
{
    /// <summary>Papers whose bytes are what their events say.</summary>
    public long Papers { get; init; }

    /// <summary>
    /// SHA-256 over the last hash of every stream, in 64 hexadecimal digits: two stores with the same digest have the same
    /// events, whatever host they are on. Empty when there is a fault.
    /// </summary>
    public string Digest { get; init; } = "";
}

/// <summary>
/// Checks every hash chain, compares every snapshot with its replay, and every read-model row with what the streams
/// produce, and every paper with the hash in its event. Stops at the first fault. Run it while nothing writes.
/// </summary>
public static class Verification
{
    /// <param name="papers">Null leaves the bytes of papers out.</param>
    public static Task<VerificationReport> Run(
        ITableStore store, IProgress<long>? progress = null, DocumentVault? papers = null, CancellationToken cancellation = default) =>
        Run(store, RegisteredStreams.Kinds, progress, papers, cancellation);

    /// <param name="progress">Called with the number of streams checked so far.</param>
    public static async Task<VerificationReport> Run(
        ITableStore store, StreamKinds kinds, IProgress<long>? progress = null, DocumentVault? papers = null, CancellationToken cancellation = default)
    {
        var streams = new StreamCounts(kinds);
        long events = 0;
        long kept = 0;
        var expected = new HashSet<UInt128>();
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            await foreach (var stored in StoredStream.All(store, kinds, cancellation))
            {
                var (state, fault) = Check(stored);
                if (fault is not null)
                {
                    return new VerificationReport(streams, events, 0, fault);
                }

                foreach (var paper in papers is not null && state is AgreementState { Documents: var all } ? all.Where(paper => !paper.Removed) : [])
                {
                    if (await papers!.Fault(stored.Id.Id, paper, cancellation) is { } wrong)
                    {
                        return new VerificationReport(streams, events, 0, $"The paper {paper.Id} of {stored.Id}: {wrong}. Restore it from a backup; do not edit it.") { Papers = kept };
                    }

                    kept++;
                }

                foreach (var (fingerprint, _) in RowFingerprint.Of(ExpectedRows.Of(state!, stored)))
                {
                    expected.Add(fingerprint);
                }

                digest.AppendData(Encoding.UTF8.GetBytes($"{stored.Id} {stored.Events[^1].Text("hash")}\n"));
                streams.Add(stored.Id.Kind);
                events += stored.Events.Count;
                progress?.Report(streams.Total);
            }
        }
        catch (StreamBrokenException unknown)
        {
            return new VerificationReport(streams, events, 0, unknown.Message);
        }

        var wanted = expected.Count;
        var rows = 0;
        foreach (var table in kinds.ReadModels)
        {
            await foreach (var row in store.ScanInAnyOrder(table, cancellation))
            {
                rows++;
                if (!expected.Remove(RowFingerprint.Of(table, row)))
                {
                    return new VerificationReport(
                        streams, events, rows, $"The row {row.Row} of {table}/{row.Partition} does not match the events. Run `rebuild`.");
                }
            }
        }

        return new VerificationReport(
            streams,
            events,
            rows,
            expected.Count == 0 ? null : $"{expected.Count} of {wanted} rows required by the events are missing from the read models. Run `rebuild`.")
        {
            Papers = kept,
            Digest = expected.Count == 0 ? Convert.ToHexStringLower(digest.GetHashAndReset()) : "",
        };
    }

    private static (object? State, string? Fault) Check(StoredStream stored)
    {
        object? state = null;
        var hash = StreamRows.Genesis;
        var number = 0;
        var erased = new ErasureCheck();
        try
        {
            foreach (var row in stored.Events)
            {
                if (Broken(row, ++number, hash) is { } broken)
                {
                    return (null, $"{stored.Id}, event {number}: {broken} Restore the data folder from a backup; do not edit it.");
                }

                if (erased.Fault(row) is { } changed)
                {
                    return (null, $"{stored.Id}, event {number}: {changed}");
                }

                hash = row.Text("hash");
                state = stored.Id.Kind.Evolve(state, row);
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

        if (erased.IsUnfinished)
        {
            return (null, $"The erasure of {stored.Id} was begun and not finished. Start the server: it finishes it.");
        }

        if (stored.Snapshot is not { } snapshot)
        {
            return (null, $"{stored.Id} has no snapshot. Run `rebuild`.");
        }

        if (snapshot.Number("number") != number || snapshot.Text("hash") != hash)
        {
            return (null, $"The snapshot of {stored.Id} is at event {snapshot.Number("number")}, the stream is at {number}. Run `rebuild`.");
        }

        // An earlier version wrote it: it is not read, and the next command replaces it.
        return snapshot.Number("format") < stored.Id.Kind.SnapshotFormat || stored.Id.Kind.IsSnapshotOf(snapshot, state)
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
        if (!ErasedRows.IsErased(row) && StreamRows.DataHash(row.Json("data"), row.TextOrNull("reason")) != dataHash)
        {
            return "its content was changed after it was written.";
        }

        return StreamRows.ChainHash(previous, number, row.Text("name"), (int)row.Number("version"), row.Json("meta"), dataHash) == row.Text("hash")
            ? null
            : "the hash chain is broken here: this event or the one before it was changed or replaced.";
    }
}
