using Diversion.Local.Storage;
using SQLitePCL;

namespace Diversion.Benchmarks.Bare;

/// <summary>The bare limit of reading: one statement per table in key order; every column is read and nothing is done with it.</summary>
internal static class BareScan
{
    public static long Read(string folder, IEnumerable<string> tables)
    {
        using var connection = SqliteConnections.OpenScanner(DataFolder.Database(folder));
        var bytes = 0L;
        foreach (var table in tables)
        {
            _ = raw.sqlite3_prepare_v3(
                connection.Handle!, $"SELECT partition, row, properties, version FROM {table} ORDER BY partition, row", 0, out var statement);
            using (statement)
            {
                while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
                {
                    bytes += raw.sqlite3_column_blob(statement, 0).Length
                        + raw.sqlite3_column_blob(statement, 1).Length
                        + raw.sqlite3_column_blob(statement, 2).Length
                        + raw.sqlite3_column_int64(statement, 3);
                }
            }
        }

        return bytes;
    }
}
