namespace Diversion.Storage.Compliance;

public abstract class TransactionContract(IStoreUnderTest underTest) : StoreContract(underTest)
{
    public static TheoryData<int> Places => [.. Enumerable.Range(0, 5)];

    [Fact]
    public async Task An_insert_of_a_row_that_exists_conflicts()
    {
        Assert.True(await Commit(Insert("e1", "first")));
        Assert.False(await Commit(Insert("e1", "second")));

        Assert.Equal("first", await Value("e1"));
    }

    [Fact]
    public async Task An_upsert_writes_the_whole_row_whatever_was_there()
    {
        Assert.True(await Commit(new RowChange.Upsert("s", new Dictionary<string, object> { ["A"] = 1L, ["B"] = 2L })));
        Assert.True(await Commit(new RowChange.Upsert("s", new Dictionary<string, object> { ["B"] = 3L })));

        var row = await Get("s");
        Assert.Equal(3L, row!.Number("B"));
        Assert.Null(row.TextOrNull("A"));
    }

    [Fact]
    public async Task A_delete_of_a_missing_row_is_no_conflict()
    {
        await Commit(Insert("e1"));

        Assert.True(await Commit(new RowChange.Delete("e1")));
        Assert.True(await Commit(new RowChange.Delete("e1"), Insert("e2")));

        Assert.Equal(["e2"], await Rows());
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_conflict_anywhere_in_the_first_transaction_applies_nothing(int place)
    {
        await Commit(Insert("taken", "kept"), Insert("replaced", "kept"), Insert("deleted", "kept"));
        var before = await ETag("replaced");
        List<RowChange> changes =
        [
            Insert("new"), Replace("replaced", before, "lost"), new RowChange.Delete("deleted"), Upsert("snapshot", "lost"),
        ];
        changes.Insert(place, Insert("taken", "lost"));

        Assert.False(await Store.Commit(On(Table, Partition, [.. changes]), [On(Tables.Due, "P", Upsert("r"))]));

        Assert.Equal(["deleted", "replaced", "taken"], await Rows());
        Assert.Equal("kept", await Value("replaced"));
        Assert.Equal(before, await ETag("replaced"));
        Assert.Null(await Store.Get(Tables.Due, "P", "r"));
    }

    [Fact]
    public async Task Several_conditions_that_hold_all_apply()
    {
        await Commit(Insert("a"), Insert("b"), Insert("c"));

        Assert.True(await Commit(
            Upsert("s", "new"),
            Insert("d", "new"),
            Replace("a", await ETag("a"), "new"),
            new RowChange.Delete("b", await ETag("b")),
            new RowChange.Delete("c"),
            Insert("e", "new")));

        Assert.Equal(["a", "d", "e", "s"], await Rows());
        Assert.Equal("new", await Value("a"));
    }

    [Fact]
    public async Task What_follows_is_applied_in_order_across_tables_and_partitions()
    {
        await Store.Commit(On(Tables.Due, "P", Insert("old")), []);

        Assert.True(await Store.Commit(
            On(Table, Partition, Insert("e1")),
            [
                On(Tables.Due, "P", new RowChange.Delete("old"), Upsert("new", "1")),
                On(Tables.Caseload, "W", Upsert(Partition, "1")),
                On(Tables.Due, "P", Upsert("new", "2")),
                On(Tables.Caseload, "W", new RowChange.Delete(Partition)),
                On(Table, Partition, Upsert("e1", "later")),
            ]));

        Assert.Null(await Store.Get(Tables.Due, "P", "old"));
        Assert.Equal("2", (await Store.Get(Tables.Due, "P", "new"))!.Text("Value"));
        Assert.Null(await Store.Get(Tables.Caseload, "W", Partition));
        Assert.Equal("later", await Value("e1"));
    }

    [Fact]
    public async Task What_follows_must_be_unconditional()
    {
        await Store.Commit(On(Tables.Due, "P", Insert("r")), []);
        var etag = (await Store.Get(Tables.Due, "P", "r"))!.ETag;
        foreach (var change in new RowChange[] { Insert("n"), Replace("r", etag), new RowChange.Delete("r", etag) })
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(
                async () => await Store.Commit(On(Table, Partition, Insert("e1")), [On(Tables.Due, "P", change)]));
        }

        Assert.Null(await Get("e1"));
    }
}
