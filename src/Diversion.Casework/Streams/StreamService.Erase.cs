using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;

namespace Diversion.Casework.Streams;

/// <content>What names a person is taken out of a stream.</content>
public abstract partial class StreamService<TId, TState, TCommand, TEvent>
{
    private const int EventsAtOnce = 20;
    private const int KeysAtOnce = 90;

    /// <summary>
    /// Writes each event again without what names the person, deletes messages and idempotency keys, and ends with the event
    /// that says so, with new snapshot and read models. Begun and not finished, it is done again from the start: until the end
    /// the snapshot is the old one.
    /// </summary>
    /// <param name="isErased">Then nothing is done.</param>
    /// <param name="end">The command that says what was done, with the digest of what is left.</param>
    /// <returns>Null when there is no such stream.</returns>
    private protected async ValueTask<Outcome<TState>?> Erase(
        TId id, Func<TState, bool> isErased, Func<TState, StoredErasure> erasureOf, Func<TState, string, TCommand> end, CancellationToken cancellation)
    {
        var stream = new StreamId(kind, id.Value);
        using var turn = await cache.Turn(stream, cancellation);
        cache.Forget(stream);
        if (await Load(stream, cancellation) is not { } before)
        {
            return null;
        }

        if (isErased(before.State))
        {
            return new Outcome<TState>.Unchanged(before.State);
        }

        var rows = await store.Rows(stream.Table, stream.Partition, cancellation: cancellation).ToListAsync(cancellation);
        var events = await WriteErased(stream, rows, erasureOf(before.State), cancellation);
        await DeleteMessages(stream, rows, cancellation);

        TState? left = null;
        foreach (var row in events)
        {
            left = kind.Evolve(left, kind.Events.Read(row));
        }

        var command = end(before.State, ErasedRows.Digest(events));
        var deciding = await Decide(id, left, command, cancellation);
        using var held = deciding.Held;
        if (deciding.Decision.Refusal is { } refused)
        {
            return new Outcome<TState>.Refused(refused);
        }

        var loaded = new LoadedStream<TState>(left!, events[^1].Text("hash")) { Rows = kind.Rows(stream.Id, before.State) };
        var appended = Append(stream, loaded, [new Decided(command, deciding.Decision)], null, null, null);
        if (!await Write(appended, cancellation))
        {
            throw new StorageUnavailableException($"{stream} was changed by others while it was erased. It is erased again at the next try.");
        }

        return new Outcome<TState>.Accepted(
            deciding.Decision.State, deciding.Decision.State.Version, deciding.Decision.State.Version, kind.StandingOf(deciding.Decision.State)) { Events = deciding.Decision.Events };
    }

    /// <returns>Every event row as it is now, in order.</returns>
    private async ValueTask<List<TableRow>> WriteErased(StreamId stream, IReadOnlyList<TableRow> rows, StoredErasure erasure, CancellationToken cancellation)
    {
        var events = new List<TableRow>();
        var changed = new List<RowChange>();
        foreach (var row in rows.Where(row => row.Row.StartsWith(StreamRows.FirstEvent, StringComparison.Ordinal)))
        {
            if (ErasedRows.IsErased(row))
            {
                events.Add(row);
                continue;
            }

            var happened = kind.Events.Read(row);
            var entry = kind.Events.Of(happened);
            var erased = ErasedRows.Of(row, erasure.Of(happened, entry.Json), entry.Version);
            events.Add(erased);
            changed.Add(new RowChange.Upsert(erased.Row, erased.Properties));
        }

        foreach (var some in changed.Chunk(EventsAtOnce))
        {
            await store.Commit(new TableTransaction(stream.Table, stream.Partition, some), [], cancellation);
        }

        return events;
    }

    /// <summary>Messages have addresses and names in them; what a key once answered nobody asks any more.</summary>
    private async ValueTask DeleteMessages(StreamId stream, IReadOnlyList<TableRow> rows, CancellationToken cancellation)
    {
        var others = rows.Where(row => row.Row != StreamRows.Snapshot && !row.Row.StartsWith(StreamRows.FirstEvent, StringComparison.Ordinal)
            && (IsMessage(row) || row.Row.StartsWith(StreamRows.KeyOfIdempotency(""), StringComparison.Ordinal)));
        foreach (var some in others.Chunk(KeysAtOnce))
        {
            RowChange[] index = [.. some.Where(row => IsMessage(row) && OutboxRows.NextTryOf(row) is not null).Select(row => new RowChange.Delete(OutboxRows.IndexRow(stream, row).Row))];
            await store.Commit(
                new TableTransaction(stream.Table, stream.Partition, [.. some.Select(row => new RowChange.Delete(row.Row))]),
                index.Length == 0 ? [] : [OutboxRows.Index(stream, index)],
                cancellation);
        }

        static bool IsMessage(TableRow row) => row.Row.StartsWith(StreamRows.FirstMessage, StringComparison.Ordinal);
    }
}
