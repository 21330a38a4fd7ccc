namespace Diversion.Storage.Compliance;

public abstract class ETagContract(IStoreUnderTest underTest) : StoreContract(underTest)
{
    [Fact]
    public async Task Every_write_of_the_row_changes_it_even_one_of_the_same_value()
    {
        var seen = new HashSet<string?>();
        await Commit(Insert("s"));
        Assert.True(seen.Add(await ETag("s")));
        await Commit(Upsert("s"));
        Assert.True(seen.Add(await ETag("s")));
        await Commit(Replace("s", await ETag("s")));
        Assert.True(seen.Add(await ETag("s")));
        await Commit(new RowChange.Delete("s"));
        await Commit(Insert("s"));
        Assert.True(seen.Add(await ETag("s")));
    }

    [Fact]
    public async Task Writing_another_row_leaves_it()
    {
        await Commit(Insert("a"), Insert("b"));
        var before = await ETag("a");

        await Commit(Upsert("b"), new RowChange.Delete("c"));

        Assert.Equal(before, await ETag("a"));
    }

    [Fact]
    public async Task A_query_and_a_scan_return_the_same_as_a_get()
    {
        await Commit(Insert("a"));
        var etag = await ETag("a");

        Assert.Equal(etag, (await Store.Query(new TableQuery(Table, Partition))).Rows.Single().ETag);
        await foreach (var row in Store.Scan(Table))
        {
            Assert.Equal(etag, row.ETag);
        }
    }

    [Fact]
    public async Task A_replace_or_delete_with_the_current_one_applies_and_with_an_older_one_conflicts()
    {
        await Commit(Insert("s", "1"));
        var first = await ETag("s");

        Assert.True(await Commit(Replace("s", first, "2")));
        Assert.False(await Commit(Replace("s", first, "3")));
        Assert.False(await Commit(new RowChange.Delete("s", first)));
        Assert.Equal("2", await Value("s"));
        Assert.True(await Commit(new RowChange.Delete("s", await ETag("s"))));
        Assert.Null(await Get("s"));
    }

    [Fact]
    public async Task A_row_that_is_gone_conflicts()
    {
        await Commit(Insert("s"));
        var etag = await ETag("s");
        await Commit(new RowChange.Delete("s"));

        Assert.False(await Commit(Replace("s", etag)));
        Assert.False(await Commit(new RowChange.Delete("s", etag)));
        Assert.Null(await Get("s"));
    }

    [Fact]
    public async Task One_from_before_the_row_was_deleted_and_made_again_conflicts()
    {
        await Commit(Insert("s", "old"));
        var etag = await ETag("s");
        await Commit(new RowChange.Delete("s"));
        await Commit(Insert("s", "new"));

        Assert.False(await Commit(Replace("s", etag, "lost")));
        Assert.Equal("new", await Value("s"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("-1")]
    [InlineData("W/\"datetime'2026-01-01'\"")]
    public async Task One_that_the_store_never_gave_conflicts(string etag)
    {
        await Commit(Insert("s", "kept"));

        Assert.False(await Commit(Replace("s", etag, "lost")));
        Assert.False(await Commit(new RowChange.Delete("s", etag)));
        Assert.Equal("kept", await Value("s"));
    }
}
