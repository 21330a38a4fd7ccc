using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;

namespace Diversion.Casework.Maintenance;

/// <summary>Every row outside the streams that one stream should have now.</summary>
internal static class ExpectedRows
{
    public static IEnumerable<ReadModelRow> Of(object state, StoredStream stored)
    {
        foreach (var row in stored.Id.Kind.Rows(stored.Id.Id, state))
        {
            yield return row;
        }

        foreach (var waiting in stored.Waiting)
        {
            var index = OutboxRows.IndexRow(stored.Id, waiting);
            yield return new ReadModelRow(Tables.Outbox, Partitions.Shard(stored.Id.Partition), index.Row, index.Properties);
        }
    }
}
