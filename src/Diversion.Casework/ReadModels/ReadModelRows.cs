using Diversion.Casework.Storage;

namespace Diversion.Casework.ReadModels;

/// <summary>
/// Read models are rows computed only from the state of one stream. So they can be rebuilt, and the cost of a command does
/// not depend on the number of streams.
/// </summary>
public static class ReadModelRows
{
    /// <summary>The changes from one set of rows to another, as transactions of one partition each.</summary>
    public static List<TableTransaction> Changes(IReadOnlyList<ReadModelRow> before, IReadOnlyList<ReadModelRow> after)
    {
        var changes = new List<(string Table, string Partition, RowChange Change)>();
        foreach (var row in after)
        {
            if (Find(before, row) is not { } old || !old.SameContent(row))
            {
                changes.Add((row.Table, row.Partition, new RowChange.Upsert(row.Row, row.Properties)));
            }
        }

        foreach (var row in before)
        {
            if (Find(after, row) is null)
            {
                changes.Add((row.Table, row.Partition, new RowChange.Delete(row.Row)));
            }
        }

        return Grouped(changes);
    }

    internal static List<TableTransaction> Grouped(IEnumerable<(string Table, string Partition, RowChange Change)> changes) =>
    [
        .. changes
            .GroupBy(change => (change.Table, change.Partition))
            .SelectMany(group => group
                .Select(change => change.Change)
                .Chunk(TableTransaction.MostChanges)
                .Select(chunk => new TableTransaction(group.Key.Table, group.Key.Partition, chunk))),
    ];

    private static ReadModelRow? Find(IReadOnlyList<ReadModelRow> rows, ReadModelRow wanted)
    {
        foreach (var row in rows)
        {
            if (row.Row == wanted.Row && row.Partition == wanted.Partition && row.Table == wanted.Table)
            {
                return row;
            }
        }

        return null;
    }
}
