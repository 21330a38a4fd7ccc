using Diversion.Casework.Storage;

namespace Diversion.Casework.Streams;

/// <content>Streams that come in from elsewhere.</content>
public abstract partial class StreamService<TId, TState, TCommand, TEvent>
{
    /// <summary>Of events that come in: far below what a transaction holds, since one may have long texts.</summary>
    private const int RowsAtOnce = 10;

    /// <summary>
    /// A stream that began elsewhere comes in whole, with the first command of its own here. Its first events are written
    /// last, together with the snapshot: until then there is no stream, and whoever tries again writes the same rows.
    /// </summary>
    private protected async ValueTask<Outcome<TState>> Adopt(
        TId id, TState state, string hash, IReadOnlyList<RowChange.Insert> events, TCommand command, CancellationToken cancellation)
    {
        command = await Prepare(id, command, cancellation);
        var stream = new StreamId(kind, id.Value);
        using var turn = await cache.Turn(stream, cancellation);
        if (await Load(stream, cancellation) is { } known)
        {
            return new Outcome<TState>.Unchanged(known.State);
        }

        var deciding = await Decide(id, state, command, cancellation);
        using var held = deciding.Held;
        var decision = deciding.Decision;
        if (decision.Refusal is { } refused)
        {
            return new Outcome<TState>.Refused(refused);
        }

        var appended = Append(stream, new LoadedStream<TState>(state, hash) { Rows = [] }, [new Decided(command, decision)], null, null, null);
        var first = Math.Min(events.Count, RowsAtOnce);
        foreach (var later in events.Skip(first).Chunk(RowsAtOnce).Reverse())
        {
            await store.Commit(new TableTransaction(stream.Table, stream.Partition, [.. later.Select(row => new RowChange.Upsert(row.Row, row.Properties))]), [], cancellation);
        }

        appended = appended with { Stream = new TableTransaction(stream.Table, stream.Partition, [.. events.Take(first), .. appended.Stream.Changes]) };
        if (!await Write(appended, cancellation))
        {
            throw new StorageUnavailableException($"{stream} was written by somebody else at the same time. Look whether it is there now.");
        }

        return new Outcome<TState>.Accepted(decision.State, state.Version + 1, decision.State.Version, kind.StandingOf(decision.State)) { Events = decision.Events };
    }
}
