using Diversion.Casework.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Diversion.Local.Storage;

/// <summary>The one connection that writes, with its prepared statements. Not thread-safe.</summary>
internal sealed class WriteSession : IDisposable
{
    private readonly Dictionary<string, TableWriter> tables = new(StringComparer.Ordinal);
    private readonly SqliteStatement begin;
    private readonly SqliteStatement commit;
    private readonly SqliteStatement rollback;

    public WriteSession(string file)
    {
        Connection = SqliteConnections.OpenWriter(file);
        try
        {
            SqliteSchema.Migrate(Connection, file);
            begin = new SqliteStatement(Handle, "BEGIN IMMEDIATE");
            commit = new SqliteStatement(Handle, "COMMIT");
            rollback = new SqliteStatement(Handle, "ROLLBACK");
            foreach (var table in Tables.All)
            {
                tables[table] = new TableWriter(Handle, table);
            }
        }
        catch
        {
            // Statements prepared so far are ended with the connection.
            Connection.Dispose();
            throw;
        }
    }

    public SqliteConnection Connection { get; }

    private sqlite3 Handle => Connection.Handle!;

    public void Begin() => begin.Run();

    public void Commit() => commit.Run();

    /// <summary>Undoes the open transaction; after some errors SQLite has already done so itself.</summary>
    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(Handle) == 0)
        {
            rollback.Run();
        }
    }

    /// <summary>Applies a commit within the open transaction: all of it or, on a conflict, nothing.</summary>
    /// <remarks>No savepoint: every condition except the first is looked up before anything is written, and the first is
    /// checked by its own write. A command that appends one event needs no look-up at all; a savepoint would copy each page
    /// that it changes.
    /// </remarks>
    public bool Apply(PendingCommit pending, ref long version)
    {
        var changes = pending.Changes;
        for (var i = 1; i < pending.Conditional; i++)
        {
            if (!tables[changes[i].Table].Allows(changes[i]))
            {
                return false;
            }
        }

        for (var i = 0; i < changes.Length; i++)
        {
            if (!tables[changes[i].Table].Apply(changes[i], ++version))
            {
                return i == 0
                    ? false
                    : throw new InvalidOperationException("A condition that held a moment ago in the same transaction no longer does.");
            }
        }

        return true;
    }

    public void Dispose()
    {
        foreach (var table in tables.Values)
        {
            table.Dispose();
        }

        begin.Dispose();
        commit.Dispose();
        rollback.Dispose();
        Connection.Dispose();
    }
}
