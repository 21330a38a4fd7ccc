using Diversion.Casework.ReadModels;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Domain.Streams;
using NodaTime;

namespace Diversion.Casework.Streams;

/// <summary>
/// One kind of stream, as far as it follows from events alone: what it is called, how events become a state and a state
/// becomes rows. That is enough to read, check and rebuild it. What decides on it is its <see cref="StreamService"/>.
/// </summary>
public abstract class StreamKind
{
    /// <summary>Part of stored data: it begins the partitions of the kind, and names the stream in the rows of indexes.</summary>
    public abstract string Name { get; }

    public virtual string Table => Tables.Streams;

    /// <summary>What so many of them are called in reports.</summary>
    public abstract string Called(long count);

    /// <summary>The tables, besides the indexes, that have rows computed from these streams; none for a kind that is read whole.</summary>
    public virtual IReadOnlyList<string> ReadModels => [];

    /// <summary>Increased whenever the state's shape changes: older snapshots are then replaced by a replay.</summary>
    public virtual long SnapshotFormat => 1;

    public virtual string PartitionOf(string id) => $"{Name}:{id}";

    /// <returns>Null when the partition is not of this kind.</returns>
    public virtual string? IdOf(string partition) =>
        partition.StartsWith($"{Name}:", StringComparison.Ordinal) ? partition[(Name.Length + 1)..] : null;

    /// <summary>The state after one more stored event.</summary>
    internal abstract object Evolve(object? state, TableRow eventRow);

    internal abstract RowChange.Upsert Snapshot(object state, string hash);

    /// <summary>Whether a snapshot is the one of this state.</summary>
    internal bool IsSnapshotOf(TableRow snapshot, object state) => StreamRows.IsSnapshotOf(snapshot, (IStreamState)state);

    /// <summary>Every row outside the stream that the state has, except those of its messages.</summary>
    internal abstract IReadOnlyList<ReadModelRow> Rows(string id, object? state);
}

public abstract class StreamKind<TState, TEvent> : StreamKind
    where TState : class, IStreamState
    where TEvent : class
{
    public abstract EventCatalogue<TEvent> Events { get; }

    public abstract TState Evolve(TState? state, TEvent happened);

    /// <summary>The earliest instant at which something falls due; null when nothing does.</summary>
    public virtual Instant? NextDue(TState state) => null;

    /// <summary>What a host may wake by itself.</summary>
    public virtual IReadOnlyList<StreamTimer> Timers(TState state) => [new(Name, NextDue(state))];

    /// <summary>The state in one word, kept with the answer to a command; empty when a kind has none.</summary>
    public virtual string StatusOf(TState state) => "";

    /// <summary>The rows in <see cref="StreamKind.ReadModels"/>, computed only from the state.</summary>
    protected virtual void AddRows(TState state, List<ReadModelRow> rows)
    {
    }

    /// <summary>What the answer to a command says about the stream.</summary>
    public Standing StandingOf(TState state) => new(state.Version, StatusOf(state), NextDue(state));

    internal sealed override object Evolve(object? state, TableRow eventRow) => Evolve((TState?)state, Events.Read(eventRow));

    internal sealed override RowChange.Upsert Snapshot(object state, string hash) => StreamRows.SnapshotRow(this, (TState)state, hash, StateJson.Write(state));

    internal sealed override IReadOnlyList<ReadModelRow> Rows(string id, object? state)
    {
        if (state is null)
        {
            return [];
        }

        var rows = new List<ReadModelRow>(12);
        DueRows.Add(new StreamId(this, id), NextDue((TState)state), rows);
        AddRows((TState)state, rows);
        return rows;
    }
}
