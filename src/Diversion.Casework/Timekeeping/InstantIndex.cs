using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using NodaTime;

namespace Diversion.Casework.Timekeeping;

/// <summary>A table whose rows are ordered by the instant at which they need attention, spread over the shards.</summary>
internal sealed class InstantIndex(ITableStore store, string table)
{
    /// <summary>The earliest instant; null when the table is empty.</summary>
    public async ValueTask<Instant?> Earliest(CancellationToken cancellation)
    {
        Instant? earliest = null;
        foreach (var shard in Partitions.AllShards)
        {
            var page = await store.Query(new TableQuery(table, shard, Limit: 1), cancellation);
            if (page.Rows is [var row] && (earliest is null || DueRows.InstantOf(row) < earliest))
            {
                earliest = DueRows.InstantOf(row);
            }
        }

        return earliest;
    }

    /// <summary>Rows whose time has come, from all shards together: work done in parallel shares its commits.</summary>
    /// <param name="most">Per shard; ask again for the rest.</param>
    public async ValueTask<List<TableRow>> UpTo(Instant now, int most, CancellationToken cancellation)
    {
        var rows = new List<TableRow>();
        foreach (var shard in Partitions.AllShards)
        {
            var page = await store.Query(
                new TableQuery(table, shard, Before: Sortable.Ascending(now + Duration.FromTicks(1)), Limit: most), cancellation);
            rows.AddRange(page.Rows);
        }

        return rows;
    }
}
