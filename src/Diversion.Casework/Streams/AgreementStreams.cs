using System.Text.Json;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Streams;

/// <summary>The state of an agreement and the position of its stream.</summary>
/// <param name="Hash">Hash of the last event.</param>
public sealed record LoadedAgreement(AgreementState State, string Hash);

/// <summary>Reads agreements: from the snapshot, or by replay if there is no snapshot that this program can use.</summary>
public sealed class AgreementStreams(ITableStore store)
{
    public async ValueTask<LoadedAgreement?> Load(AgreementId id, CancellationToken cancellation = default)
    {
        if (await store.Get(Tables.Agreements, id.Value, StreamRows.Snapshot, cancellation) is not { } snapshot)
        {
            return null;
        }

        return snapshot.Number("format") == StreamRows.SnapshotFormat
            ? new LoadedAgreement(ReadState(snapshot), snapshot.Text("hash"))
            : await Replay(id, cancellation);
    }

    /// <summary>All events of one agreement, oldest first.</summary>
    public async IAsyncEnumerable<RecordedEvent> Events(
        AgreementId id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var row in EventRows(id, cancellation))
        {
            yield return StreamRows.Read(row);
        }
    }

    internal static AgreementState ReadState(TableRow snapshot)
    {
        try
        {
            return JsonSerializer.Deserialize<AgreementState>(snapshot.Text("state"), StoredJson.Options)!;
        }
        catch (JsonException broken)
        {
            throw new StreamBrokenException(
                $"The snapshot of {snapshot.Partition} cannot be read: {broken.Message} Run `verify` to check everything. `rebuild` makes the snapshots again from the events.",
                broken);
        }
    }

    private async ValueTask<LoadedAgreement?> Replay(AgreementId id, CancellationToken cancellation)
    {
        AgreementState? state = null;
        var hash = StreamRows.Genesis;
        await foreach (var row in EventRows(id, cancellation))
        {
            state = Agreement.Evolve(state, StreamRows.ReadEvent(row));
            hash = row.Text("hash");
        }

        return state is null ? null : new LoadedAgreement(state, hash);
    }

    private async IAsyncEnumerable<TableRow> EventRows(
        AgreementId id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var page = await store.Query(
                new TableQuery(Tables.Agreements, id.Value, StreamRows.FirstEvent, StreamRows.AfterEvents, 500, continuation),
                cancellation);
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }
}
