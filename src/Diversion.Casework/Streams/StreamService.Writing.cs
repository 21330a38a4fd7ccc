using Diversion.Casework.ReadModels;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;

namespace Diversion.Casework.Streams;

/// <content>How what was decided becomes durable.</content>
public abstract partial class StreamService<TId, TState, TCommand, TEvent>
{
    private Appended Append(
        StreamId stream, LoadedStream<TState>? loaded, IReadOnlyList<Decided> decided, string? key, string? fingerprint, Refusal? flagged)
    {
        var after = decided[^1].Decision.State;
        var at = decided[0].Command.At;
        var number = loaded?.State.Version ?? 0;
        var hash = loaded?.Hash ?? StreamRows.Genesis;
        var changes = new List<RowChange>(after.Version - number + 4);
        var index = new List<RowChange>();
        var state = loaded?.State;
        foreach (var (command, decision) in decided)
        {
            var process = EntryOf(command).Process;
            for (var place = 0; place < decision.Events.Count; place++)
            {
                var happened = decision.Events[place];
                state = kind.Evolve(state, happened);
                var recorded = new RecordedEvent<TEvent>(
                    stream.Id, ++number, happened, at, command.By with { Manages = null, Project = null }, process, command.ReasonFor(happened, place), !command.IsOwn(happened, place));
                (var row, hash) = StreamRows.Event(recorded, kind.Events, hash);
                changes.Add(row);
                foreach (var message in Messages(recorded, state))
                {
                    changes.Add(OutboxRows.New(message, at));
                    index.Add(OutboxRows.IndexRow(stream, message.Id, message.FirstTry(at)));
                }
            }
        }

        var json = loaded?.Json is { } earlier ? StateJson.Write(after, loaded.State, earlier) : StateJson.Write(after);
        changes.Add(StreamRows.SnapshotRow(kind, after, hash, json));
        if (key is not null)
        {
            changes.Add(IdempotencyKey.Row(key, fingerprint!, (loaded?.State.Version ?? 0) + 1, kind.StandingOf(after), flagged));
        }

        var rows = kind.Rows(stream.Id, after);
        var following = ReadModelRows.Changes(loaded?.Rows ?? kind.Rows(stream.Id, loaded?.State), rows);
        if (index.Count > 0)
        {
            following.Add(OutboxRows.Index(stream, index));
        }

        var change = new StreamChange(
            stream,
            kind.NextDue(after),
            TimerMove.Between(loaded is null ? [] : kind.Timers(loaded.State), kind.Timers(after)),
            index.Count > 0,
            following.Any(transaction => transaction.Table == Tables.Inbox));
        return new Appended(new TableTransaction(stream.Table, stream.Partition, changes), following, new LoadedStream<TState>(after, hash) { Json = json, Rows = rows }, change);
    }

    /// <summary>Makes it durable, and says so to whoever waits for it.</summary>
    /// <returns>False on a conflict: nothing was written.</returns>
    private async ValueTask<bool> Write(Appended appended, CancellationToken cancellation)
    {
        var stream = appended.Change.Stream;
        try
        {
            if (!await store.Commit(appended.Stream, appended.Following, cancellation))
            {
                return false;
            }
        }
        catch
        {
            // The answer may be lost and everything written: decisions on the cached state would be wrong.
            cache.Forget(stream);
            throw;
        }

        cache.Keep(stream, appended.Loaded);
        Known(appended.Loaded.State);
        await listener.Changed(appended.Change, CancellationToken.None);
        return true;
    }

    private sealed record Decided(TCommand Command, Decision<TState, TEvent> Decision);

    private sealed record Appended(TableTransaction Stream, List<TableTransaction> Following, LoadedStream<TState> Loaded, StreamChange Change);
}
