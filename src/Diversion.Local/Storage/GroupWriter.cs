using Diversion.Casework.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Diversion.Local.Storage;

/// <summary>Writes a group of commits in one SQLite transaction, and so with one flush to disk. Not thread-safe.</summary>
internal sealed class GroupWriter : IDisposable
{
    private readonly string file;
    private WriteSession? session;
    private long version;

    public GroupWriter(string file)
    {
        this.file = file;
        session = new WriteSession(file);

        // Versions never repeat, not even for a row that was deleted and made again: each opening of the
        // database numbers its writes in a range of its own, which spares a counter written with every commit.
        try
        {
            version = SqliteConnections.Number(session.Connection, "UPDATE openings SET number = number + 1 RETURNING number") << 40;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Transactions made durable since opening.</summary>
    public long Groups { get; private set; }

    /// <summary>Applies the group and tells each caller. Never throws: what went wrong is told to the callers.</summary>
    public void Write(List<PendingCommit> group)
    {
        try
        {
            session ??= new WriteSession(file);
            session.Begin();
            foreach (var pending in group)
            {
                pending.Applied = session.Apply(pending, ref version);
            }

            session.Commit();
            Groups++;
        }
        catch (Exception e)
        {
            Undo(e);
            var told = e is SqliteException error ? SqliteFault.Explain(error, file, writing: true) ?? e : e;
            foreach (var pending in group)
            {
                pending.SetException(told);
            }

            return;
        }

        foreach (var pending in group)
        {
            pending.SetResult(pending.Applied);
        }
    }

    /// <summary>For tests that bring a fault about: runs a statement on the connection that writes.</summary>
    internal void Execute(string sql) => SqliteConnections.Execute(session!.Connection, sql);

    /// <summary>For tests that look at how the connection is set.</summary>
    internal long Number(string sql) => SqliteConnections.Number(session!.Connection, sql);

    public void Dispose() => session?.Dispose();

    /// <remarks>
    /// A full disk and a lock leave the connection sound. After anything else it is closed, which undoes the transaction
    /// too, and the next group opens another: that is what brings the store back once a disk does.
    /// </remarks>
    private void Undo(Exception cause)
    {
        try
        {
            session?.Rollback();
            if (cause is SqliteException { SqliteErrorCode: raw.SQLITE_FULL or raw.SQLITE_BUSY })
            {
                return;
            }
        }
        catch (SqliteException)
        {
            // The first error is the one to tell.
        }

        session?.Dispose();
        session = null;
    }
}
