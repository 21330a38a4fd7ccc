using Diversion.Casework.Storage;
using Diversion.Casework.Streams;

namespace Diversion.Casework.Maintenance;

/// <summary>All rows of one stream's partition, for checks and rebuilds.</summary>
internal sealed class StoredStream(StreamId id)
{
    public StreamId Id { get; } = id;

    public List<TableRow> Events { get; } = [];

    public TableRow? Snapshot { get; private set; }

    /// <summary>Outgoing messages that still wait.</summary>
    public List<TableRow> Waiting { get; } = [];

    /// <summary>Every stream of the store, one after the other.</summary>
    /// <exception cref="StreamBrokenException">A partition is of no kind that this program knows.</exception>
    public static async IAsyncEnumerable<StoredStream> All(
        ITableStore store, StreamKinds kinds, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var table in kinds.StreamTables)
        {
            StoredStream? current = null;
            string? partition = null;
            await foreach (var row in store.Scan(table, cancellation))
            {
                if (current is null || partition != row.Partition)
                {
                    if (current is not null)
                    {
                        yield return current;
                    }

                    partition = row.Partition;
                    current = new StoredStream(kinds.Of(table, partition) ?? throw new StreamBrokenException(
                        $"The stream {partition} is of a kind that this program does not know. Run the version of Diversion that wrote it, or a later one."));
                }

                current.Add(row);
            }

            if (current is not null)
            {
                yield return current;
            }
        }
    }

    private void Add(TableRow row)
    {
        if (row.Row.StartsWith(StreamRows.FirstEvent, StringComparison.Ordinal))
        {
            Events.Add(row);
        }
        else if (row.Row == StreamRows.Snapshot)
        {
            Snapshot = row;
        }
        else if (row.Row.StartsWith(StreamRows.FirstMessage, StringComparison.Ordinal) && OutboxRows.NextTryOf(row) is not null)
        {
            Waiting.Add(row);
        }
    }
}
