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

        // Versions never repeat, not even for a row that was deleted and created again: each opening of the database
        // numbers its writes in a range of its own, so that no counter has to be written with every commit.
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

    /// <summary>Number of transactions made durable since opening.</summary>
    public long Groups { get; private set; }

    /// <summary>Applies the group and notifies each caller. Never throws: errors are passed to the callers.</summary>
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

    /// <returns>Why not now; null when no page of database and log holds anything that was deleted.</returns>
    public StorageUnavailableException? Reclaim()
    {
        try
        {
            session ??= new WriteSession(file);
            SqliteConnections.Execute(session.Connection, "VACUUM;");

            // Readers of the old pages keep the log: the first column says so.
            return SqliteConnections.Number(session.Connection, "PRAGMA wal_checkpoint(TRUNCATE)") == 0
                ? null
                : new StorageUnavailableException($"What was erased cannot be taken out of {file} while somebody reads it for long. It is tried again.");
        }
        catch (SqliteException fault)
        {
            return SqliteFault.Explain(fault, file, writing: true) ?? new StorageUnavailableException($"What was erased cannot be taken out of {file} now: {fault.Message} It is tried again.", fault);
        }
    }

    /// <summary>For tests that cause an error: runs a statement on the connection that writes.</summary>
    internal void Execute(string sql) => SqliteConnections.Execute(session!.Connection, sql);

    /// <summary>For tests that check the settings of the connection.</summary>
    internal long Number(string sql) => SqliteConnections.Number(session!.Connection, sql);

    public void Dispose() => session?.Dispose();

    /// <remarks>After a full disk or a lock the connection can still be used. After anything else it is closed, which also
    /// undoes the transaction, and the next group opens a new one: so the store works again as soon as the disk does.
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
            // The first error is the one to report.
        }

        session?.Dispose();
        session = null;
    }
}
