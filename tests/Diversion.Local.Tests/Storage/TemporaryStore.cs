using Diversion.Casework.Storage;
using Diversion.Local.Storage;
using Diversion.Storage.Compliance;
using Microsoft.Data.Sqlite;

namespace Diversion.Local.Tests.Storage;

/// <summary>A SQLite store in a data folder of its own, deleted afterwards.</summary>
internal sealed class TemporaryStore : IStoreUnderTest
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("diversion-test-");
    private readonly Lock opening = new();
    private SqliteTableStore? store;

    public string Folder => folder.FullName;

    public string File => Path.Combine(Folder, "diversion.db");

    // Opened on first use, which may be by several threads at once: some tests put a file there before.
    public SqliteTableStore Sqlite
    {
        get
        {
            lock (opening)
            {
                return store ??= SqliteTableStore.Open(Folder);
            }
        }
    }

    public ITableStore Store => Sqlite;

    public void Close()
    {
        store?.Dispose();
        store = null;
    }

    /// <summary>Runs SQL on the file as another program would.</summary>
    public object? Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    public void Dispose()
    {
        Close();
        folder.Delete(recursive: true);
    }
}
