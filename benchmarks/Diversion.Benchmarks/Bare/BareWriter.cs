using Diversion.Local.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Diversion.Benchmarks.Bare;

/// <summary>
/// The bare limit of writing: prepared statements, rows encoded beforehand, one thread, the connection configured like the
/// product's own.
/// </summary>
internal sealed class BareWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, (sqlite3_stmt Upsert, sqlite3_stmt Delete)> tables = [];
    private readonly sqlite3_stmt begin;
    private readonly sqlite3_stmt commit;
    private long version = 1L << 60;

    public BareWriter(string folder)
    {
        connection = SqliteConnections.OpenWriter(DataFolder.Database(folder));
        begin = Prepare("BEGIN IMMEDIATE");
        commit = Prepare("COMMIT");
    }

    /// <summary>Writes one group of commits in one flushed transaction.</summary>
    public void Write(ReadOnlySpan<EncodedChange[]> group)
    {
        Run(begin);
        foreach (var changes in group)
        {
            foreach (var change in changes)
            {
                Write(change);
            }
        }

        Run(commit);
    }

    public void Dispose()
    {
        foreach (var (upsert, delete) in tables.Values)
        {
            upsert.Dispose();
            delete.Dispose();
        }

        begin.Dispose();
        commit.Dispose();
        connection.Dispose();
    }

    private void Write(in EncodedChange change)
    {
        if (!tables.TryGetValue(change.Table, out var statements))
        {
            tables[change.Table] = statements = (
                Prepare($"INSERT INTO {change.Table} (partition, row, properties, version) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET properties = excluded.properties, version = excluded.version"),
                Prepare($"DELETE FROM {change.Table} WHERE partition = ?1 AND row = ?2"));
        }

        var deletes = change.What is EncodedChange.Kind.Delete or EncodedChange.Kind.DeleteIf;
        var statement = deletes ? statements.Delete : statements.Upsert;
        _ = raw.sqlite3_bind_text(statement, 1, change.Partition);
        _ = raw.sqlite3_bind_text(statement, 2, change.Row);
        if (!deletes)
        {
            _ = raw.sqlite3_bind_text(statement, 3, change.Properties);
            _ = raw.sqlite3_bind_int64(statement, 4, ++version);
        }

        Run(statement);
    }

    private void Run(sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        _ = raw.sqlite3_reset(statement);
        if (code != raw.SQLITE_DONE)
        {
            throw SqliteFault.From(connection.Handle!, code);
        }
    }

    private sqlite3_stmt Prepare(string sql) =>
        raw.sqlite3_prepare_v3(connection.Handle!, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement) == raw.SQLITE_OK
            ? statement
            : throw SqliteFault.From(connection.Handle!, raw.SQLITE_ERROR);
}
