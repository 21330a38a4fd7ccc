using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using NodaTime;

namespace Diversion.Casework.Streams;

/// <summary>The <c>due</c> index: one row per stream, at its next due moment.</summary>
public static class DueRows
{
    internal static void Add(StreamId stream, Instant? next, List<ReadModelRow> rows)
    {
        if (next is { } due)
        {
            rows.Add(new ReadModelRow(
                Tables.Due,
                Partitions.Shard(stream.Partition),
                Key(due, stream.Partition),
                new Dictionary<string, object>(1) { [stream.Kind.Name] = stream.Id }));
        }
    }

    /// <param name="partition">The stream's.</param>
    public static string Key(Instant due, string partition) => $"{Sortable.Ascending(due)}|{partition}";

    public static Instant InstantOf(TableRow row) => Sortable.Parse(row.Row.AsSpan(0, row.Row.IndexOf('|', StringComparison.Ordinal)));
}
