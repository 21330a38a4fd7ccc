using Diversion.Casework.Storage;
using Diversion.Local.Storage;

namespace Diversion.Local.Tests.Storage;

public sealed class SqliteTableStoreTests : IDisposable
{
    private readonly TemporaryStore temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task What_was_written_is_there_after_reopening()
    {
        await Commit("e1", "kept");
        temporary.Close();

        Assert.Equal("kept", (await temporary.Store.Get(Tables.Agreements, "P", "e1"))!.Text("V"));
        Assert.True(await Commit("e2", "more"));
    }

    [Fact]
    public async Task ETags_do_not_repeat_after_reopening()
    {
        await Commit("e1", "1");
        var old = (await temporary.Store.Get(Tables.Agreements, "P", "e1"))!.ETag!;
        temporary.Close();
        await temporary.Store.Commit(new TableTransaction(Tables.Agreements, "P", [new RowChange.Delete("e1")]), []);
        await Commit("e1", "2");

        Assert.False(await temporary.Store.Commit(
            new TableTransaction(Tables.Agreements, "P", [new RowChange.Delete("e1", old)]), []));
    }

    [Fact]
    public async Task Rows_can_be_read_with_any_sqlite_tool()
    {
        await Commit("e1", """{"kind":"signed","by":"Zoë 😀"}""");
        temporary.Close();

        Assert.Equal("""{"V":{"kind":"signed","by":"Zoë 😀"}}""", temporary.Sql("SELECT properties FROM agreements WHERE row = 'e1'"));
        Assert.Equal("signed", temporary.Sql("SELECT properties ->> '$.V.kind' FROM agreements"));
    }

    [Fact]
    public async Task A_power_cut_loses_nothing_that_was_answered()
    {
        await Commit("e1", "kept");
        using var copy = new TemporaryStore();

        // The files on the disk while the store is open: what the next start would find.
        foreach (var file in new[] { "diversion.db", "diversion.db-wal" })
        {
            File.Copy(Path.Combine(temporary.Folder, file), Path.Combine(copy.Folder, file));
        }

        Assert.Equal("kept", (await copy.Store.Get(Tables.Agreements, "P", "e1"))!.Text("V"));
    }

    [Fact]
    public void A_commit_waits_for_the_disk() =>
        temporary.Sqlite.Between(writer => Assert.Equal(2L, writer.Number("PRAGMA synchronous")));

    [Fact]
    public async Task Commits_that_come_together_share_one_flush()
    {
        var store = temporary.Sqlite;
        var before = 0L;
        ValueTask<bool>[] calls = [];
        store.Between(writer =>
        {
            before = writer.Groups;
            calls = [.. Enumerable.Range(0, 50).Select(n => Commit(n % 10 == 9 ? "e0" : $"e{n}", "x"))];
        });

        for (var n = 0; n < calls.Length; n++)
        {
            Assert.Equal(n % 10 != 9, await calls[n]);
        }

        store.Between(writer => Assert.Equal(before + 1, writer.Groups));
    }

    [Fact]
    public async Task A_lone_commit_is_done_when_the_call_returns()
    {
        await Commit("e0", "x");

        Assert.True(Commit("e1", "x").AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Closing_finishes_what_was_accepted_and_refuses_what_comes_later()
    {
        var store = temporary.Sqlite;
        ValueTask<bool>[] calls = [];
        store.Between(_ => calls = [.. Enumerable.Range(0, 50).Select(n => Commit($"e{n}", "x"))]);

        temporary.Close();

        foreach (var call in calls)
        {
            Assert.True(await call);
        }

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.Commit(
            new TableTransaction(Tables.Agreements, "P", [new RowChange.Delete("e1")]), []));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.Get(Tables.Agreements, "P", "e1"));
        Assert.Equal(50, (await temporary.Store.Query(new TableQuery(Tables.Agreements, "P"))).Rows.Count);
    }

    [Fact]
    public async Task A_second_writer_is_refused_and_a_reader_is_not()
    {
        await Commit("e1", "x");

        var told = Assert.Throws<StorageUnavailableException>(() => SqliteTableStore.Open(temporary.Folder));
        using var reader = SqliteTableStore.OpenToRead(temporary.Folder);

        Assert.Equal(
            $"The data folder {temporary.Folder} is in use by another Diversion process. Stop that process, or name another folder.",
            told.Message);
        Assert.NotNull(await reader.Get(Tables.Agreements, "P", "e1"));
        await Commit("e2", "x");
        Assert.NotNull(await reader.Get(Tables.Agreements, "P", "e2"));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await reader.Commit(
            new TableTransaction(Tables.Agreements, "P", [new RowChange.Delete("e1")]), []));
    }

    [Fact]
    public async Task A_closed_folder_can_be_read()
    {
        await Commit("e1", "x");
        temporary.Close();

        using var reader = SqliteTableStore.OpenToRead(temporary.Folder);

        Assert.NotNull(await reader.Get(Tables.Agreements, "P", "e1"));
    }

    private ValueTask<bool> Commit(string row, string value) => temporary.Store.Commit(
        new TableTransaction(Tables.Agreements, "P", [new RowChange.Insert(row, new Dictionary<string, object> { ["V"] = value })]), []);
}
