namespace Diversion.Storage.Compliance;

public abstract class QueryContract(IStoreUnderTest underTest) : StoreContract(underTest)
{
    [Fact]
    public async Task Rows_come_in_ordinal_order_of_their_keys_whatever_the_order_of_writing()
    {
        string[] keys = ["b", "a", "B", "10", "9", "é", "z", "~", "_", "日", "\uFF5E", "a-b", "a.b", "ab"];
        foreach (var key in keys)
        {
            await Commit(Insert(key));
        }

        Assert.Equal(keys.Order(StringComparer.Ordinal), await Rows());
    }

    [Fact]
    public async Task An_empty_partition_is_an_empty_page()
    {
        var page = await Store.Query(new TableQuery(Table, Partition));

        Assert.Empty(page.Rows);
        Assert.Null(page.Continuation);
    }

    [Theory]
    [InlineData(null, null, "a,b,c,d")]
    [InlineData("b", null, "b,c,d")]
    [InlineData("bb", null, "c,d")]
    [InlineData(null, "c", "a,b")]
    [InlineData(null, "cc", "a,b,c")]
    [InlineData("b", "d", "b,c")]
    [InlineData("b", "b", "")]
    [InlineData("d", "b", "")]
    [InlineData("e", null, "")]
    [InlineData("", null, "a,b,c,d")]
    [InlineData(null, "", "")]
    [InlineData("a", "a\uFFFF", "a")]
    [InlineData("a\0", null, "b,c,d")]
    public async Task The_range_takes_its_start_and_leaves_its_end(string? from, string? before, string expected)
    {
        await Commit(Insert("a"), Insert("b"), Insert("c"), Insert("d"));

        Assert.Equal(expected, string.Join(',', await Rows(from, before)));
    }

    [Theory]
    [InlineData(10, 3, "3,3,3,1")]
    [InlineData(9, 3, "3,3,3")]
    [InlineData(3, 3, "3")]
    [InlineData(3, 100, "3")]
    [InlineData(3, 1, "1,1,1")]
    public async Task Pages_hold_every_row_once_and_end_without_an_empty_one(int rows, int limit, string sizes)
    {
        var keys = Enumerable.Range(0, rows).Select(n => $"e{n:D4}").ToArray();
        await Commit([.. keys.Select(key => Insert(key))]);

        var pages = await Pages(new TableQuery(Table, Partition, Limit: limit));

        Assert.Equal(sizes, string.Join(',', pages.Select(page => page.Rows.Count)));
        Assert.Equal(keys, pages.SelectMany(page => page.Rows).Select(row => row.Row));
    }

    [Fact]
    public async Task Pages_stay_within_the_range()
    {
        await Commit([.. Enumerable.Range(0, 20).Select(n => Insert($"e{n:D4}"))]);

        var pages = await Pages(new TableQuery(Table, Partition, "e0005", "e0012", Limit: 2));

        Assert.Equal(
            Enumerable.Range(5, 7).Select(n => $"e{n:D4}"),
            pages.SelectMany(page => page.Rows).Select(row => row.Row));
    }

    [Fact]
    public async Task A_page_continues_although_the_row_it_ended_with_was_deleted()
    {
        await Commit(Insert("a"), Insert("b"), Insert("c"));
        var first = await Store.Query(new TableQuery(Table, Partition, Limit: 2));

        await Commit(new RowChange.Delete("b"), Insert("bb"));
        var second = await Store.Query(new TableQuery(Table, Partition, Limit: 2, Continuation: first.Continuation));

        Assert.Equal(["bb", "c"], second.Rows.Select(row => row.Row));
    }

    [Fact]
    public async Task A_query_sees_only_its_partition()
    {
        await Store.Commit(On(Table, "P", Insert("r")), []);
        await Store.Commit(On(Table, "P1", Insert("r")), []);
        await Store.Commit(On(Table, "p", Insert("r")), []);

        var page = await Store.Query(new TableQuery(Table, "P"));

        Assert.Equal("P", Assert.Single(page.Rows).Partition);
    }

    private async Task<List<TablePage>> Pages(TableQuery query)
    {
        var pages = new List<TablePage>();
        do
        {
            pages.Add(await Store.Query(query with { Continuation = pages.LastOrDefault()?.Continuation }));
        }
        while (pages[^1].Continuation is not null);
        return pages;
    }
}
