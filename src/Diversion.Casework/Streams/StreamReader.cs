using System.Runtime.CompilerServices;
using System.Text.Json;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Domain.Streams;

namespace Diversion.Casework.Streams;

/// <summary>The state of a stream and the position of its last event.</summary>
/// <param name="Hash">Hash of the last event.</param>
public sealed record LoadedStream<TState>(TState State, string Hash)
{
    /// <summary>The state as JSON in the present format; null when it was replayed.</summary>
    internal byte[]? Json { get; init; }

    /// <summary>The rows of the state; null when nothing has asked for them yet.</summary>
    internal IReadOnlyList<ReadModelRow>? Rows { get; init; }
}

/// <summary>Reads streams of one kind: from the snapshot, or by replay if there is no snapshot that this program can use.</summary>
public sealed class StreamReader<TState, TEvent>(ITableStore store, StreamKind<TState, TEvent> kind)
    where TState : class, IStreamState
    where TEvent : class
{
    public async ValueTask<LoadedStream<TState>?> Load(string id, CancellationToken cancellation = default)
    {
        if (await store.Get(kind.Table, kind.PartitionOf(id), StreamRows.Snapshot, cancellation) is not { } snapshot)
        {
            return null;
        }

        return snapshot.Number("format") == kind.SnapshotFormat
            ? new LoadedStream<TState>(ReadState(snapshot), snapshot.Text("hash")) { Json = snapshot.Json("state").ToArray() }
            : await Replay(id, cancellation);
    }

    /// <summary>All events of one stream, oldest first.</summary>
    public async IAsyncEnumerable<RecordedEvent<TEvent>> Events(string id, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var row in EventRows(id, cancellation))
        {
            yield return StreamRows.Read(row, id, kind.Events);
        }
    }

    internal static TState ReadState(TableRow snapshot)
    {
        try
        {
            return (TState)snapshot.Read("state", StoredJson.Options.GetTypeInfo(typeof(TState)))!;
        }
        catch (JsonException broken)
        {
            throw new StreamBrokenException(
                $"The snapshot of {snapshot.Partition} cannot be read: {broken.Message} Run `verify` to check everything. `rebuild` makes the snapshots again from the events.",
                broken);
        }
    }

    private async ValueTask<LoadedStream<TState>?> Replay(string id, CancellationToken cancellation)
    {
        TState? state = null;
        var hash = StreamRows.Genesis;
        await foreach (var row in EventRows(id, cancellation))
        {
            state = kind.Evolve(state, kind.Events.Read(row));
            hash = row.Text("hash");
        }

        return state is null ? null : new LoadedStream<TState>(state, hash);
    }

    private IAsyncEnumerable<TableRow> EventRows(string id, CancellationToken cancellation) =>
        store.Rows(kind.Table, kind.PartitionOf(id), StreamRows.FirstEvent, StreamRows.AfterEvents, cancellation);
}
