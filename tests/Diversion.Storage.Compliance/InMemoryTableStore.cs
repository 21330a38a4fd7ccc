using System.Globalization;
using System.Runtime.CompilerServices;
using Diversion.Casework.Answers;

namespace Diversion.Storage.Compliance;

/// <summary>Fulfils the port's guarantees without a disk, for tests. Thread-safe.</summary>
public sealed class InMemoryTableStore : ITableStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Table, string Partition), SortedList<string, TableRow>> partitions = [];
    private long writes;

    public ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default)
    {
        TableLimits.CheckTable(table);
        TableLimits.CheckKey(partition);
        TableLimits.CheckRow(row);
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(Find(table, partition, row));
        }
    }

    public ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default)
    {
        TableLimits.Check(query);
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(Page(query));
        }
    }

    public async IAsyncEnumerable<TableRow> Scan(string table, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        TableLimits.CheckTable(table);
        List<TableRow> rows;
        lock (gate)
        {
            rows =
            [
                .. partitions.Where(partition => partition.Key.Table == table)
                    .OrderBy(partition => partition.Key.Partition, StringComparer.Ordinal)
                    .SelectMany(partition => partition.Value.Values),
            ];
        }

        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return row;
        }

        await Task.CompletedTask;
    }

    public ValueTask<bool> Commit(
        TableTransaction first,
        IReadOnlyList<TableTransaction> following,
        CancellationToken cancellation = default)
    {
        TableLimits.Check(first, following);
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (first.Changes.Any(change => Conflicts(change, Find(first.Table, first.Partition, change.RowKey))))
            {
                return ValueTask.FromResult(false);
            }

            Apply(first);
            foreach (var transaction in following)
            {
                Apply(transaction);
            }

            return ValueTask.FromResult(true);
        }
    }

    private static bool Conflicts(RowChange change, TableRow? current) => change switch
    {
        RowChange.Insert => current is not null,
        RowChange.Replace replace => current?.ETag != replace.ETag,
        RowChange.Delete { ETag: { } etag } => current?.ETag != etag,
        _ => false,
    };

    private TableRow? Find(string table, string partition, string row) =>
        partitions.TryGetValue((table, partition), out var rows) ? rows.GetValueOrDefault(row) : null;

    private TablePage Page(TableQuery query)
    {
        if (!partitions.TryGetValue((query.Table, query.Partition), out var rows))
        {
            return new TablePage([], null);
        }

        var next = query.From is null ? 0 : IndexFrom(rows, query.From);
        if (query.Continuation is not null)
        {
            // No key sorts between a key and the same key with a NUL after it, so this is the first row after it.
            next = Math.Max(next, IndexFrom(rows, query.Continuation + '\0'));
        }

        var end = query.Before is null ? rows.Count : IndexFrom(rows, query.Before);
        var count = Math.Max(0, Math.Min(query.Limit, end - next));
        var page = new TableRow[count];
        for (var i = 0; i < count; i++)
        {
            page[i] = rows.GetValueAtIndex(next + i);
        }

        return new TablePage(page, next + count < end ? page[^1].Row : null);
    }

    /// <summary>The index of the first row at or after a key.</summary>
    private static int IndexFrom(SortedList<string, TableRow> rows, string key)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(rows.GetKeyAtIndex(middle), key) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void Apply(TableTransaction transaction)
    {
        var key = (transaction.Table, transaction.Partition);
        if (!partitions.TryGetValue(key, out var rows))
        {
            partitions[key] = rows = new SortedList<string, TableRow>(StringComparer.Ordinal);
        }

        foreach (var change in transaction.Changes)
        {
            switch (change)
            {
                case RowChange.Insert insert:
                    Write(insert.Row, insert.Properties);
                    break;
                case RowChange.Upsert upsert:
                    Write(upsert.Row, upsert.Properties);
                    break;
                case RowChange.Replace replace:
                    Write(replace.Row, replace.Properties);
                    break;
                case RowChange.Delete delete:
                    rows.Remove(delete.Row);
                    break;
            }
        }

        if (rows.Count == 0)
        {
            partitions.Remove(key);
        }

        void Write(string row, IReadOnlyDictionary<string, object> properties) =>
            rows[row] = new TableRow(
                transaction.Partition,
                row,
                // A copy, as a real store would make: the caller may change its dictionary afterwards.
                properties.ToDictionary(property => property.Key, property => Utf8Json.AsText(property.Value), StringComparer.Ordinal),
                (++writes).ToString(CultureInfo.InvariantCulture));
    }
}
