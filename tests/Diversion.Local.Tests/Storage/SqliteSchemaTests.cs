using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Local.Storage;

namespace Diversion.Local.Tests.Storage;

public sealed class SqliteSchemaTests : IDisposable
{
    private readonly TemporaryStore temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void A_new_folder_has_every_table_of_the_port_and_the_newest_version()
    {
        _ = temporary.Sqlite;
        temporary.Close();

        foreach (var table in Tables.All)
        {
            Assert.Equal(1L, temporary.Sql($"SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = '{table}'"));
        }

        Assert.Equal((long)SqliteSchema.Newest, temporary.Sql("PRAGMA user_version"));
    }

    [Fact]
    public async Task An_older_database_is_brought_up_to_date_when_opened_to_write_only()
    {
        temporary.Sql("PRAGMA user_version = 0; CREATE TABLE unrelated (x)");

        var told = Assert.Throws<StorageUnavailableException>(() => SqliteTableStore.OpenToRead(temporary.Folder));

        Assert.Contains("Start `diversion serve` on it once", told.Message, StringComparison.Ordinal);
        Assert.Null(await temporary.Store.Get(Tables.Agreements, "P", "e1"));
        Assert.Equal((long)SqliteSchema.Newest, temporary.Sql("PRAGMA user_version"));
    }

    [Fact]
    public async Task The_read_models_of_an_older_database_with_agreements_are_made_once()
    {
        _ = temporary.Sqlite;
        temporary.Close();
        temporary.Sql("DROP TABLE search; DROP TABLE figures; DROP TABLE drafts; DROP TABLE feeds; DROP TABLE streams; DROP TABLE evaluation; PRAGMA user_version = 1;");
        temporary.Sql("INSERT INTO agreements (partition, row, properties, version) VALUES ('DV-1', 'k:x', '{}', 1)");
        Assert.NotNull(await temporary.Store.Get(Tables.Settings, ReadModelUpkeep.Partition, ReadModelUpkeep.Wanted));

        // A table that cannot be rebuilt keeps the mark; one that can loses it.
        await Assert.ThrowsAsync<StreamBrokenException>(() => ReadModelUpkeep.Run(temporary.Store, default));
        Assert.NotNull(await temporary.Store.Get(Tables.Settings, ReadModelUpkeep.Partition, ReadModelUpkeep.Wanted));
        await temporary.Store.Commit(new TableTransaction(Tables.Agreements, "DV-1", [new RowChange.Delete("k:x")]), []);
        await ReadModelUpkeep.Run(temporary.Store, default);
        Assert.Null(await temporary.Store.Get(Tables.Settings, ReadModelUpkeep.Partition, ReadModelUpkeep.Wanted));
    }

    [Fact]
    public void A_migration_that_fails_leaves_the_version_before_whole()
    {
        // The name is taken, so the last statement of the migration fails after the tables were created.
        temporary.Sql("CREATE TABLE openings (x)");

        Assert.ThrowsAny<Exception>(() => SqliteTableStore.Open(temporary.Folder));

        Assert.Equal(0L, temporary.Sql("PRAGMA user_version"));
        Assert.Equal(0L, temporary.Sql("SELECT count(*) FROM sqlite_schema WHERE name = 'agreements'"));
    }

    [Fact]
    public void A_database_of_a_newer_program_is_refused_and_left_alone()
    {
        _ = temporary.Sqlite;
        temporary.Close();
        temporary.Sql($"PRAGMA user_version = {SqliteSchema.Newest + 1}");

        foreach (var open in new[] { SqliteTableStore.Open, SqliteTableStore.OpenToRead })
        {
            var told = Assert.Throws<StorageUnavailableException>(() => open(temporary.Folder));
            Assert.Contains("was written by a newer Diversion", told.Message, StringComparison.Ordinal);
            Assert.Contains("Run that newer program, or restore a backup", told.Message, StringComparison.Ordinal);
        }

        // The refused opening released the folder.
        temporary.Sql($"PRAGMA user_version = {SqliteSchema.Newest}");
        _ = temporary.Sqlite;
    }
}
