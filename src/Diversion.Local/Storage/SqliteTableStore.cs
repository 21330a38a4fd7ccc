using System.Runtime.CompilerServices;
using Diversion.Casework.Storage;
using Microsoft.Data.Sqlite;

namespace Diversion.Local.Storage;

/// <summary>
/// The storage port on one SQLite file, <c>diversion.db</c> in the data folder. A commit is durable when it is answered: it
/// survives killing the process and a power cut. Commits made at the same time share one flush to disk.
/// </summary>
/// <remarks>Reads and writes run on the caller's thread and complete before the call returns, except for a commit that
/// joins a group which another caller is writing. Conflicts are found in the order in which commits reach the file.
/// </remarks>
public sealed class SqliteTableStore : ITableStore, IErasedSpace, IAsyncDisposable, IDisposable
{
    private const int ScanPageRows = 500;
    private const int ScanPageBytes = 4 * 1024 * 1024;

    private readonly DataFolder? folder;
    private readonly GroupCommit? commits;
    private readonly ReaderPool readers;
    private readonly ReaderPool scanners;

    private SqliteTableStore(DataFolder? folder, GroupCommit? commits, string file)
    {
        this.folder = folder;
        this.commits = commits;
        readers = new ReaderPool(file, SqliteConnections.OpenReader);
        scanners = new ReaderPool(file, SqliteConnections.OpenScanner);
    }

    /// <summary>Opens a data folder for reading and writing, creating it if necessary, and upgrades an older database.</summary>
    /// <exception cref="StorageUnavailableException">Another process writes the folder, it cannot be created or written, or
    /// the database is damaged or from a newer program. The message says what to do.
    /// </exception>
    public static SqliteTableStore Open(string dataFolder)
    {
        var path = Path.GetFullPath(dataFolder);
        var held = DataFolder.Hold(path);
        try
        {
            var file = DataFolder.Database(path);
            return Explained(file, () => new SqliteTableStore(held, new GroupCommit(new GroupWriter(file)), file));
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Opens a data folder for reading, even while another process writes it. <see cref="Commit"/> then throws <see
    /// cref="InvalidOperationException"/>.
    /// </summary>
    /// <exception cref="StorageUnavailableException">There is no database there, or it is damaged or of another version.</exception>
    public static SqliteTableStore OpenToRead(string dataFolder)
    {
        var file = DataFolder.Database(Path.GetFullPath(dataFolder));
        return Explained(file, () =>
        {
            using var connection = SqliteConnections.OpenReader(file);
            SqliteSchema.Check(connection, file);
            return new SqliteTableStore(null, null, file);
        });
    }

    /// <summary>
    /// For a folder that is thrown away unless it is finished: until <see cref="Flush"/> no commit waits for the disk, and a
    /// power cut may damage the file.
    /// </summary>
    internal void StopFlushing() => commits!.Between(writer => writer.Execute("PRAGMA synchronous = OFF"));

    /// <summary>Everything is on the disk when it returns, and each commit from now on when it is answered.</summary>
    internal void Flush() => commits!.Between(writer => writer.Execute("PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(TRUNCATE);"));

    /// <summary>
    /// Writes the whole database anew and empties its log: deleted rows stay in the pages of a file until they are used again.
    /// Commits wait meanwhile, some seconds for a gigabyte.
    /// </summary>
    public ValueTask Reclaim(CancellationToken cancellation = default)
    {
        if (commits is null)
        {
            throw new InvalidOperationException("This store was opened to read.");
        }

        StorageUnavailableException? fault = null;
        commits.Between(writer => fault = writer.Reclaim());
        return fault is null ? ValueTask.CompletedTask : throw fault;
    }

    public ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default)
    {
        TableLimits.CheckTable(table);
        TableLimits.CheckKey(partition);
        TableLimits.CheckRow(row);
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(readers.Read(
            (table, partition, row), static (session, key) => session.Get(key.table, key.partition, key.row)));
    }

    public ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default)
    {
        TableLimits.Check(query);
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(readers.Read(query, static (session, asked) => session.Query(asked)));
    }

    /// <remarks>Page by page instead of in one long read, which would prevent checkpoints for as long as it runs. So a row
    /// written in the meantime may or may not be seen, but none is seen twice.
    /// </remarks>
    public async IAsyncEnumerable<TableRow> Scan(string table, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        TableLimits.CheckTable(table);
        TableRow? last = null;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = scanners.Read(
                (table, last), static (session, at) => session.Scan(at.table, at.last, ScanPageRows, ScanPageBytes));
            if (rows.Count == 0)
            {
                yield break;
            }

            foreach (var row in rows)
            {
                yield return row;
            }

            last = rows[^1];

            // A whole table takes a while; let others have the thread between pages.
            await Task.Yield();
        }
    }

    /// <remarks>In the order of the file: in that of the keys, each row is on another page than the one before it.</remarks>
    public async IAsyncEnumerable<TableRow> ScanInAnyOrder(
        string table, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        TableLimits.CheckTable(table);
        var last = long.MinValue;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var (rows, end) = scanners.Read(
                (table, last),
                static (session, at) => (session.ScanAsStored(at.table, ref at.last, ScanPageRows, ScanPageBytes), at.last));
            if (rows.Count == 0)
            {
                yield break;
            }

            last = end;
            foreach (var row in rows)
            {
                yield return row;
            }

            await Task.Yield();
        }
    }

    public ValueTask<bool> Commit(
        TableTransaction first,
        IReadOnlyList<TableTransaction> following,
        CancellationToken cancellation = default)
    {
        if (commits is null)
        {
            throw new InvalidOperationException("This store was opened to read.");
        }

        TableLimits.Check(first, following);
        cancellation.ThrowIfCancellationRequested();
        return commits.Run(new PendingCommit(first, following));
    }

    /// <summary>Finishes the accepted commits, checkpoints the log into the database and releases the folder.</summary>
    public void Dispose()
    {
        readers.Dispose();
        scanners.Dispose();
        commits?.Dispose();
        folder?.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>For tests: acts while no group is being written.</summary>
    internal void Between(Action<GroupWriter> act) => commits!.Between(act);

    private static SqliteTableStore Explained(string file, Func<SqliteTableStore> open)
    {
        try
        {
            return open();
        }
        catch (SqliteException e)
        {
            if (SqliteFault.Explain(e, file, writing: false) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }
}
