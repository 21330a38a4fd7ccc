namespace Diversion.Storage.Compliance;

public abstract class ReadContract(IStoreUnderTest underTest) : StoreContract(underTest)
{
    [Fact]
    public async Task A_row_comes_back_with_its_keys()
    {
        await Commit(Insert("e1", "hello"));

        var row = await Get("e1");

        Assert.Equal((Partition, "e1", "hello"), (row!.Partition, row.Row, row.Text("Value")));
        Assert.False(string.IsNullOrEmpty(row.ETag));
    }

    [Fact]
    public async Task A_missing_row_is_null()
    {
        await Commit(Insert("e1"));

        Assert.Null(await Get("e2"));
        Assert.Null(await Store.Get(Table, "AG-2", "e1"));
    }

    [Fact]
    public async Task The_same_keys_in_another_table_or_partition_are_another_row()
    {
        await Store.Commit(On(Tables.Agreements, "P", Insert("r", "1")), []);
        await Store.Commit(On(Tables.Outbox, "P", Insert("r", "2")), []);
        await Store.Commit(On(Tables.Agreements, "Q", Insert("r", "3")), []);

        Assert.Equal("1", (await Store.Get(Tables.Agreements, "P", "r"))!.Text("Value"));
        Assert.Equal("2", (await Store.Get(Tables.Outbox, "P", "r"))!.Text("Value"));
        Assert.Equal("3", (await Store.Get(Tables.Agreements, "Q", "r"))!.Text("Value"));
    }

    [Fact]
    public async Task Keys_tell_case_accents_and_spaces_apart()
    {
        string[] keys = ["!", "! ", "A", "a", "a ", "a  ", "é", "e\u0301", "ZOË", "zoë", "日本", "'; DROP TABLE agreements; --", "%", "_", "\uFFFD"];
        foreach (var key in keys)
        {
            Assert.True(await Commit(Insert(key, key)));
        }

        foreach (var key in keys)
        {
            Assert.Equal(key, await Value(key));
        }

        Assert.Equal(keys.Order(StringComparer.Ordinal), await Rows());
    }

    [Fact]
    public async Task Every_table_can_be_written_and_read()
    {
        foreach (var table in Tables.All)
        {
            Assert.True(await Store.Commit(On(table, "P", Insert("r", table)), []));
            Assert.Equal(table, (await Store.Get(table, "P", "r"))!.Text("Value"));
        }
    }

    [Fact]
    public async Task A_row_already_read_does_not_change()
    {
        var properties = Props("before");
        await Commit(new RowChange.Insert("e1", properties));
        var row = await Get("e1");

        properties["Value"] = "the caller's own";
        await Commit(Upsert("e1", "after"));

        Assert.Equal("before", row!.Text("Value"));
        Assert.Equal("after", await Value("e1"));
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.Commit(On(Table, Partition, Insert("e1")), [], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.Get(Table, Partition, "e1", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.Query(new TableQuery(Table, Partition), cancelled));
        Assert.Null(await Get("e1"));
    }
}
