using Diversion.Casework.Storage;
using Diversion.Local.Storage;
using Microsoft.Data.Sqlite;

namespace Diversion.Local.Tests.Storage;

/// <summary>What a person is told when the store does not answer, and that it answers again once the fault is gone.</summary>
public sealed class SqliteFaultTests : IDisposable
{
    private readonly TemporaryStore temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task A_full_disk_fails_the_whole_group_and_the_store_goes_on_when_there_is_room_again()
    {
        var store = temporary.Sqlite;
        await Commit(store, "before", "x");
        ValueTask<bool>[] calls = [];
        store.Between(writer =>
        {
            writer.Execute("PRAGMA max_page_count = 1");
            calls = [.. Enumerable.Range(0, 10).Select(n => Commit(store, $"e{n}", new string('x', n == 9 ? 400_000 : 10)))];
        });

        foreach (var call in calls)
        {
            var told = await Assert.ThrowsAsync<StorageUnavailableException>(async () => await call);
            Assert.Equal(
                $"The disk that holds {temporary.File} is full. Free space and try again; nothing of this command was written.",
                told.Message);
        }

        Assert.Single((await store.Query(new TableQuery(Tables.Agreements, "P"))).Rows);
        store.Between(writer => writer.Execute("PRAGMA max_page_count = 1000000"));
        Assert.True(await Commit(store, "e9", new string('x', 400_000)));
        Assert.Equal(2, (await store.Query(new TableQuery(Tables.Agreements, "P"))).Rows.Count);
    }

    [Fact]
    public async Task A_lock_that_another_program_keeps_is_reported()
    {
        var store = temporary.Sqlite;
        store.Between(writer => writer.Execute("PRAGMA busy_timeout = 20"));
        using (var other = new SqliteConnection($"Data Source={temporary.File};Pooling=False"))
        {
            other.Open();
            using var held = other.BeginTransaction();

            var told = await Assert.ThrowsAsync<StorageUnavailableException>(async () => await Commit(store, "e1", "x"));

            Assert.Contains("is locked by another program. Close that program", told.Message, StringComparison.Ordinal);
        }

        Assert.True(await Commit(store, "e1", "x"));
    }

    [Fact]
    public async Task A_failed_write_is_reported_and_the_writer_is_opened_again()
    {
        var store = temporary.Sqlite;
        store.Between(writer => writer.Execute("PRAGMA query_only = 1"));

        var told = await Assert.ThrowsAsync<StorageUnavailableException>(async () => await Commit(store, "e1", "x"));

        Assert.Contains("cannot be written. Allow this user to write to the file", told.Message, StringComparison.Ordinal);
        Assert.True(await Commit(store, "e1", "x"));
    }

    [Fact]
    public void A_file_that_is_not_a_database_is_reported()
    {
        File.WriteAllText(temporary.File, string.Concat(Enumerable.Repeat("This is a letter, not a database. ", 1000)));

        foreach (var open in new[] { SqliteTableStore.Open, SqliteTableStore.OpenToRead })
        {
            var told = Assert.Throws<StorageUnavailableException>(() => open(temporary.Folder));
            Assert.Equal(
                $"{temporary.File} is damaged or is not a Diversion database. Stop the program, keep a copy of the folder and restore the last backup.",
                told.Message);
        }
    }

    [Fact]
    public async Task Damage_inside_the_file_is_reported_by_reads_and_writes()
    {
        for (var n = 0; n < 20; n++)
        {
            await Commit(temporary.Sqlite, $"e{n}", new string('x', 5_000));
        }

        temporary.Close();
        var root = (long)temporary.Sql("SELECT rootpage FROM sqlite_schema WHERE name = 'agreements'")!;
        using (var file = File.OpenWrite(temporary.File))
        {
            file.Position = (root - 1) * 8192;
            file.Write(new byte[8192]);
        }

        var read = await Assert.ThrowsAsync<StorageUnavailableException>(async () => await temporary.Store.Get(Tables.Agreements, "P", "e1"));
        var write = await Assert.ThrowsAsync<StorageUnavailableException>(async () => await Commit(temporary.Sqlite, "e99", "x"));

        Assert.EndsWith("restore the last backup.", read.Message, StringComparison.Ordinal);
        Assert.EndsWith("restore the last backup; nothing of this command was written.", write.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_database_opened_to_read_is_reported_and_not_created()
    {
        var told = Assert.Throws<StorageUnavailableException>(() => SqliteTableStore.OpenToRead(temporary.Folder));

        Assert.Contains("cannot be opened. Check that the folder exists", told.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(temporary.File));
    }

    private static ValueTask<bool> Commit(SqliteTableStore store, string row, string value) => store.Commit(
        new TableTransaction(Tables.Agreements, "P", [new RowChange.Insert(row, new Dictionary<string, object> { ["V"] = value })]), []);
}
