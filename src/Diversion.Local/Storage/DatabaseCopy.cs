using Diversion.Casework.Storage;
using Microsoft.Data.Sqlite;

namespace Diversion.Local.Storage;

/// <summary>A copy of the database of a data folder as of one instant, while others write it (SQLite's online backup).</summary>
internal static class DatabaseCopy
{
    /// <param name="toFolder">Empty; gets <c>diversion.db</c>, complete in one file, without a log beside it.</param>
    /// <returns>The version of its schema.</returns>
    /// <exception cref="StorageUnavailableException">There is no database, it is damaged, of another version, or the disk is full.</exception>
    public static long Make(string fromFolder, string toFolder)
    {
        var file = DataFolder.Database(fromFolder);
        var copy = DataFolder.Database(toFolder);
        try
        {
            using var source = SqliteConnections.OpenReader(file);
            SqliteSchema.Check(source, file);
            OwnerOnly.Create(copy).Dispose();
            using (var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ConnectionString))
            {
                target.Open();

                // One step: the source is read in one transaction, which no writer waits for.
                source.BackupDatabase(target);
                SqliteConnections.Execute(target, "PRAGMA journal_mode = DELETE;");
            }

            return SqliteSchema.Newest;
        }
        catch (SqliteException fault)
        {
            if (SqliteFault.Explain(fault, file, writing: false) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }
}
