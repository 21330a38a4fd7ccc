using System.Text;
using Diversion.Casework.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Diversion.Local.Storage;

/// <summary>A connection for reading, with its prepared statements. Not thread-safe.</summary>
internal sealed class ReadSession(SqliteConnection connection) : IDisposable
{
    /// <summary>No key sorts before it: a key has no control character, so none begins with anything lower than a space.</summary>
    private const string Lowest = " ";

    private readonly Dictionary<string, SqliteStatement> gets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteStatement> ranges = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteStatement> scans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteStatement> scansAsStored = new(StringComparer.Ordinal);

    private sqlite3 Handle => connection.Handle!;

    public TableRow? Get(string table, string partition, string row)
    {
        var get = Statement(gets, table, "SELECT properties, version FROM {0} WHERE partition = ?1 AND row = ?2");
        var found = Bind(Bind(get, 1, partition), 2, row).Step()
            ? new TableRow(partition, row, new PropertyDictionary(get.Text(0).ToArray()), EncodedChange.ETag(get.Number(1)))
            : null;
        get.Reset();
        return found;
    }

    public TablePage Query(TableQuery query)
    {
        if (query.Before is "")
        {
            return new TablePage([], null);
        }

        var range = Statement(
            ranges,
            query.Table,
            "SELECT row, properties, version FROM {0} WHERE partition = ?1 AND row >= ?2 AND row < ?3 ORDER BY row LIMIT ?4");
        Bind(Bind(range, 1, query.Partition), 2, Start(query));
        _ = query.Before is null ? range.BindEnd(3) : Bind(range, 3, query.Before);

        // One more than requested shows whether there is a next page.
        range.Bind(4, query.Limit + 1L);
        var rows = new List<TableRow>();
        var more = false;
        while (range.Step())
        {
            if (rows.Count == query.Limit)
            {
                more = true;
                break;
            }

            rows.Add(new TableRow(query.Partition, range.String(0), new PropertyDictionary(range.Text(1).ToArray()), EncodedChange.ETag(range.Number(2))));
        }

        range.Reset();
        return new TablePage(rows, more ? rows[^1].Row : null);
    }

    /// <summary>The rows after one, up to about as many bytes as a page may have.</summary>
    public List<TableRow> Scan(string table, TableRow? after, int mostRows, int mostBytes)
    {
        var scan = Statement(
            scans,
            table,
            "SELECT partition, row, properties, version FROM {0} WHERE (partition, row) >= (?1, ?2) ORDER BY partition, row LIMIT ?3");
        Bind(Bind(scan, 1, after?.Partition ?? Lowest), 2, after is null ? Lowest : Next(after.Row)).Bind(3, mostRows);
        var rows = new List<TableRow>();
        for (var bytes = 0; bytes < mostBytes && scan.Step(); bytes += scan.Text(2).Length)
        {
            rows.Add(Row(scan, rows.Count == 0 ? null : rows[^1].Partition));
        }

        scan.Reset();
        return rows;
    }

    /// <summary>The rows after a number, in the order in which they lie in the file.</summary>
    /// <param name="after">The number of the last row of the page before; becomes that of this page.</param>
    public List<TableRow> ScanAsStored(string table, ref long after, int mostRows, int mostBytes)
    {
        var scan = Statement(
            scansAsStored, table, "SELECT partition, row, properties, version, id FROM {0} WHERE id > ?1 ORDER BY id LIMIT ?2");
        scan.Bind(1, after).Bind(2, mostRows);
        var rows = new List<TableRow>();
        for (var bytes = 0; bytes < mostBytes && scan.Step(); bytes += scan.Text(2).Length)
        {
            rows.Add(Row(scan, rows.Count == 0 ? null : rows[^1].Partition));
            after = scan.Number(4);
        }

        scan.Reset();
        return rows;
    }

    public void Dispose()
    {
        foreach (var statement in gets.Values.Concat(ranges.Values).Concat(scans.Values).Concat(scansAsStored.Values))
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    /// <param name="before">The partition of the row before, which is often this one's too.</param>
    private static TableRow Row(SqliteStatement scan, string? before)
    {
        var partition = scan.Text(0);
        return new TableRow(
            before is not null && Ascii.Equals(partition, before) ? before : Encoding.UTF8.GetString(partition),
            scan.String(1),
            new PropertyDictionary(scan.Text(2).ToArray()),
            EncodedChange.ETag(scan.Number(3)));
    }

    private static string Start(TableQuery query)
    {
        var from = string.IsNullOrEmpty(query.From) ? Lowest : query.From;
        var next = query.Continuation is null ? from : Next(query.Continuation);
        return string.CompareOrdinal(from, next) > 0 ? from : next;
    }

    /// <summary>The first text after a key: no key contains a NUL, so none comes between.</summary>
    private static string Next(string key) => key + '\0';

    private static SqliteStatement Bind(SqliteStatement statement, int index, string text)
    {
        Span<byte> utf8 = stackalloc byte[2048];
        return text.Length * 3 <= utf8.Length
            ? statement.Bind(index, utf8[..Encoding.UTF8.GetBytes(text, utf8)])
            : statement.Bind(index, Encoding.UTF8.GetBytes(text));
    }

    private SqliteStatement Statement(Dictionary<string, SqliteStatement> statements, string table, string sql)
    {
        if (!statements.TryGetValue(table, out var statement))
        {
            statements[table] = statement = new SqliteStatement(Handle, string.Format(sql, table));
        }

        return statement;
    }
}
