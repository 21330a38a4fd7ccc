using Diversion.Casework.Answers;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Casework.Telemetry;
using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;
using NodaTime;

namespace Diversion.Casework.Streams;

/// <summary>
/// Executes commands on one kind of stream: load, decide, append with the outgoing messages and the new snapshot in one
/// transaction, then write the read models. A stream changes in no other way.
/// </summary>
public abstract partial class StreamService<TId, TState, TCommand, TEvent>(
    StreamKind<TState, TEvent> kind, ITableStore store, StreamCache cache, IChangeListener listener) : StreamService
    where TId : struct, IStreamId<TId>
    where TState : class, IStreamState
    where TCommand : StreamCommand<TEvent>
    where TEvent : class
{
    private const int MostConflicts = 20;

    public sealed override StreamKind Kind => kind;

    protected ITableStore Store => store;

    protected StreamReader<TState, TEvent> Reader { get; } = new(store, kind);

    public async ValueTask<TState?> Find(TId id, CancellationToken cancellation = default) => (await Load(new StreamId(kind, id.Value), cancellation))?.State;

    public IAsyncEnumerable<RecordedEvent<TEvent>> Events(TId id, CancellationToken cancellation = default) => Reader.Events(id.Value, cancellation);

    public sealed override async ValueTask<bool> PassTime(string id, Instant now, CancellationToken cancellation = default) =>
        await Execute(TId.Of(id), TimePassed(now), null, cancellation) is Outcome<TState>.Accepted;

    public sealed override async ValueTask<Instant?> NextDue(string id, CancellationToken cancellation = default) =>
        await Find(TId.Of(id), cancellation) is { } state ? kind.NextDue(state) : null;

    /// <exception cref="StorageUnavailableException">The store does not answer; nothing was done.</exception>
    public ValueTask<Outcome<TState>> Execute(TId id, TCommand command, ExecuteOptions? options = null, CancellationToken cancellation = default) =>
        Execute(id, [command], options, cancellation);

    /// <summary>
    /// Several commands of one request, each decided on the state that the one before it left, in one transaction: when one
    /// is refused, nothing of any of them is stored. At most one of them may take the turn of another stream.
    /// </summary>
    /// <param name="commands">At least one, all by the same actor at the same instant.</param>
    public ValueTask<Outcome<TState>> Execute(
        TId id, IReadOnlyList<TCommand> commands, ExecuteOptions? options = null, CancellationToken cancellation = default) => Instruments.Commands.Enabled
        ? Measured(commands, () => Run(id, commands, options ?? ExecuteOptions.None, cancellation))
        : Run(id, commands, options ?? ExecuteOptions.None, cancellation);

    private async ValueTask<Outcome<TState>> Run(TId id, IReadOnlyList<TCommand> commands, ExecuteOptions options, CancellationToken cancellation)
    {
        if (options.IdempotencyKey is { } key && !IdempotencyKey.IsWellFormed(key))
        {
            return new Outcome<TState>.Refused(CaseworkRefusal.KeyInvalid());
        }

        var prepared = new TCommand[commands.Count];
        for (var place = 0; place < prepared.Length; place++)
        {
            prepared[place] = await Prepare(id, commands[place], cancellation);
        }

        // Commands on one stream run one after the other in this process; commands of other processes conflict at the store.
        var stream = new StreamId(kind, id.Value);
        using var turn = await cache.Turn(stream, cancellation);
        for (var conflicts = 0; ; conflicts++)
        {
            if (await Attempt(id, stream, prepared, options, cancellation) is { } outcome)
            {
                return outcome;
            }

            cache.Forget(stream);
            if (conflicts == MostConflicts)
            {
                throw new StorageUnavailableException(
                    $"{stream} was changed by others {MostConflicts} times while this command was tried. Nothing was done; try again.");
            }
        }
    }

    /// <summary>What the command is called, and the process that it is part of.</summary>
    protected abstract CommandEntry EntryOf(TCommand command);

    protected abstract TCommand TimePassed(Instant now);

    /// <returns>Null when allowed.</returns>
    /// <param name="state">Null when there is no such stream yet.</param>
    protected abstract Refusal? MayCommand(TState? state, TCommand command);

    /// <summary>Before the command waits for its turn: whatever takes the turn of another stream.</summary>
    /// <returns>The command, with what was found out for it.</returns>
    protected virtual ValueTask<TCommand> Prepare(TId id, TCommand command, CancellationToken cancellation) => new(command);

    /// <summary>Looks up what the decision needs to know, and decides.</summary>
    protected abstract ValueTask<Deciding<TState, TEvent>> Decide(TId id, TState? state, TCommand command, CancellationToken cancellation);

    /// <summary>What leaves the system because of an event.</summary>
    /// <param name="after">The state after the event.</param>
    protected virtual IReadOnlyList<OutgoingMessage> Messages(RecordedEvent<TEvent> recorded, TState after) => [];

    /// <summary>The stream was changed or read; the state is the latest that this process knows.</summary>
    protected virtual void Known(TState state)
    {
    }

    /// <inheritdoc cref="StreamCache.SharedTurn"/>
    protected ValueTask<IDisposable> SharedTurn(string key, CancellationToken cancellation) => cache.SharedTurn(key, cancellation);

    /// <inheritdoc cref="StreamCache.SharedTurns"/>
    protected ValueTask<IDisposable> SharedTurns(IEnumerable<string> keys, CancellationToken cancellation) => cache.SharedTurns(keys, cancellation);

    /// <summary>A message waits for delivery that no command has created.</summary>
    protected ValueTask MessageWaits(TId id, TState state) =>
        listener.Changed(new StreamChange(new StreamId(kind, id.Value), kind.NextDue(state), [], true, false), CancellationToken.None);

    /// <returns>Null on a conflict.</returns>
    private async ValueTask<Outcome<TState>?> Attempt(
        TId id, StreamId stream, IReadOnlyList<TCommand> commands, ExecuteOptions options, CancellationToken cancellation)
    {
        var loaded = await Load(stream, cancellation);
        var before = loaded?.State;
        if (MayCommand(before, commands[0]) is { } forbidden)
        {
            return new Outcome<TState>.Refused(forbidden);
        }

        var fingerprint = options.IdempotencyKey is null ? null : IdempotencyKey.Fingerprint([.. commands.Select(command => ((StreamCommand)command, EntryOf(command).Name))]);
        if (fingerprint is not null && await Answered(stream, options.IdempotencyKey!, fingerprint, before, cancellation) is { } answered)
        {
            // The first answer did not arrive: perhaps the process died before it had told anybody of the change.
            await MessageWaits(id, before!);
            return answered;
        }

        if (options.ExpectedVersion is { } expected && before is not null && before.Version != expected)
        {
            return new Outcome<TState>.Stale(before);
        }

        using var held = new Turns();
        var (decided, refusal) = await Decide(id, before, commands, held, cancellation);
        if (refusal is not null)
        {
            return new Outcome<TState>.Refused(refusal);
        }

        var after = decided[^1].Decision.State;
        if (decided.All(one => one.Decision.Events.Count == 0))
        {
            return new Outcome<TState>.Unchanged(after);
        }

        var flagged = decided.Select(one => one.Decision.Refusal).FirstOrDefault(one => one is not null);
        var appended = Append(stream, loaded, decided, options.IdempotencyKey, fingerprint, flagged);
        if (!await Write(appended, cancellation))
        {
            return null;
        }

        return flagged is not null
            ? new Outcome<TState>.Refused(flagged)
            : new Outcome<TState>.Accepted(after, (before?.Version ?? 0) + 1, after.Version, kind.StandingOf(after)) { Events = [.. decided.SelectMany(one => one.Decision.Events)] };
    }

    /// <returns>A refusal that comes with events is recorded with them, and is in its decision.</returns>
    private async ValueTask<(IReadOnlyList<Decided> All, Refusal? Refusal)> Decide(
        TId id, TState? state, IReadOnlyList<TCommand> commands, Turns held, CancellationToken cancellation)
    {
        var decided = new List<Decided>(commands.Count);
        foreach (var command in commands)
        {
            if (decided.Count > 0 && MayCommand(state, command) is { } forbidden)
            {
                return ([], forbidden);
            }

            var deciding = await Decide(id, state, command, cancellation);
            held.Add(deciding.Held);
            if (deciding.Decision is { Events.Count: 0, Refusal: { } refused })
            {
                return ([], refused);
            }

            decided.Add(new Decided(command, deciding.Decision));
            state = deciding.Decision.State;
        }

        return (decided, null);
    }

    private async ValueTask<Outcome<TState>?> Answered(
        StreamId stream, string key, string fingerprint, TState? state, CancellationToken cancellation)
    {
        if (state is null || await store.Get(stream.Table, stream.Partition, StreamRows.KeyOfIdempotency(key), cancellation) is not { } row)
        {
            return null;
        }

        return row.Text("fingerprint") == fingerprint
            ? IdempotencyKey.Answer(row, state, kind.StatusOf(state))
            : new Outcome<TState>.Refused(CaseworkRefusal.KeyReused());
    }

    private async ValueTask<LoadedStream<TState>?> Load(StreamId stream, CancellationToken cancellation)
    {
        if (cache.Find<TState>(stream) is { } kept)
        {
            return kept;
        }

        var loaded = await Reader.Load(stream.Id, cancellation);
        if (loaded is not null)
        {
            cache.Keep(stream, loaded);
            Known(loaded.State);
        }

        return loaded;
    }
}
