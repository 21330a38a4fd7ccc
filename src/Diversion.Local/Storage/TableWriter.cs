using SQLitePCL;

namespace Diversion.Local.Storage;

/// <summary>The prepared statements that change one table.</summary>
internal sealed class TableWriter(sqlite3 database, string table) : IDisposable
{
    private const string Key = "partition = ?1 AND row = ?2";

    private readonly SqliteStatement insert = new(
        database, $"INSERT INTO {table} (partition, row, properties, version) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");

    private readonly SqliteStatement upsert = new(
        database,
        $"INSERT INTO {table} (partition, row, properties, version) VALUES (?1, ?2, ?3, ?4) "
            + "ON CONFLICT DO UPDATE SET properties = excluded.properties, version = excluded.version");

    private readonly SqliteStatement replace = new(
        database, $"UPDATE {table} SET properties = ?3, version = ?4 WHERE {Key} AND version = ?5");

    private readonly SqliteStatement delete = new(database, $"DELETE FROM {table} WHERE {Key}");

    private readonly SqliteStatement deleteIf = new(database, $"DELETE FROM {table} WHERE {Key} AND version = ?3");

    private readonly SqliteStatement find = new(database, $"SELECT version FROM {table} WHERE {Key}");

    /// <summary>Whether the condition of a change holds now.</summary>
    public bool Allows(in EncodedChange change)
    {
        var exists = find.Bind(1, change.Partition).Bind(2, change.Row).Step();
        var version = exists ? find.Number(0) : 0;
        find.Reset();
        return change.What == EncodedChange.Kind.Insert ? !exists : exists && version == change.Expected;
    }

    /// <summary>Makes a change; false, with nothing changed, when its condition does not hold.</summary>
    public bool Apply(in EncodedChange change, long version) => change.What switch
    {
        EncodedChange.Kind.Insert => Write(insert, change, version).Run(),
        EncodedChange.Kind.Upsert => Write(upsert, change, version).Run(),
        EncodedChange.Kind.Replace => Write(replace, change, version).Bind(5, change.Expected).Run(),
        EncodedChange.Kind.DeleteIf => deleteIf.Bind(1, change.Partition).Bind(2, change.Row).Bind(3, change.Expected).Run(),
        _ => delete.Bind(1, change.Partition).Bind(2, change.Row).Run() || true,
    };

    public void Dispose()
    {
        insert.Dispose();
        upsert.Dispose();
        replace.Dispose();
        delete.Dispose();
        deleteIf.Dispose();
        find.Dispose();
    }

    private static SqliteStatement Write(SqliteStatement statement, in EncodedChange change, long version) =>
        statement.Bind(1, change.Partition).Bind(2, change.Row).Bind(3, change.Properties).Bind(4, version);
}
