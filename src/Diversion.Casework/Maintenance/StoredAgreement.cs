using Diversion.Casework.Storage;
using Diversion.Casework.Streams;

namespace Diversion.Casework.Maintenance;

/// <summary>All rows of one agreement's partition, for checks and rebuilds.</summary>
internal sealed class StoredAgreement(string id)
{
    public string Id { get; } = id;

    public List<TableRow> Events { get; } = [];

    public TableRow? Snapshot { get; private set; }

    /// <summary>Outgoing messages that still wait.</summary>
    public List<TableRow> Waiting { get; } = [];

    /// <summary>Every agreement of the store, one after the other.</summary>
    public static async IAsyncEnumerable<StoredAgreement> All(
        ITableStore store, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        StoredAgreement? current = null;
        await foreach (var row in store.Scan(Tables.Agreements, cancellation))
        {
            if (current is null || current.Id != row.Partition)
            {
                if (current is not null)
                {
                    yield return current;
                }

                current = new StoredAgreement(row.Partition);
            }

            current.Add(row);
        }

        if (current is not null)
        {
            yield return current;
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
        else if (row.Row.StartsWith(StreamRows.FirstMessage, StringComparison.Ordinal) && row.Text("status") == nameof(Delivery.DeliveryStatus.Waiting))
        {
            Waiting.Add(row);
        }
    }
}
