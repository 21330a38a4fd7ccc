namespace Diversion.Storage.Compliance;

public abstract class LimitContract(IStoreUnderTest underTest) : StoreContract(underTest)
{
    public static TheoryData<string> BadKeys =>
    [
        "", "a/b", "a\\b", "a#b", "a?b", "\0", "a\tb", "a\nb", "\u007F", "\u0085", "😀", new string('k', 513),
    ];

    [Theory]
    [MemberData(nameof(BadKeys))]
    public async Task A_key_that_some_store_could_not_hold_is_refused(string key)
    {
        await Refused(Insert(key));
        await Refused(new RowChange.Delete(key));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Commit(On(Table, key, Insert("r")), []));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Get(Table, key, "r"));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Get(Table, "P", key));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Query(new TableQuery(Table, key)));
    }

    // Apart from the others: half a pair does not survive as a theory's data.
    [Fact]
    public Task Half_a_surrogate_pair_is_refused() => Refused(Insert("a\uD800"));

    [Fact]
    public async Task A_key_of_512_characters_is_taken()
    {
        var key = new string('語', 512);

        Assert.True(await Store.Commit(On(Table, key, Insert(key)), []));

        Assert.NotNull(await Store.Get(Table, key, key));
        Assert.Equal(key, (await Store.Query(new TableQuery(Table, key))).Rows.Single().Row);
        Assert.Empty((await Store.Query(new TableQuery(Table, key, Continuation: key))).Rows);
    }

    [Fact]
    public async Task An_unknown_table_is_refused()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Commit(On("nowhere", "P", Insert("r")), []));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Get("nowhere", "P", "r"));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Query(new TableQuery("nowhere", "P")));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () =>
        {
            await foreach (var _ in Store.Scan("nowhere"))
            {
                // Asking is enough.
            }
        });
    }

    [Fact]
    public async Task A_transaction_takes_1_to_100_changes()
    {
        await Refused();
        await Refused([.. Enumerable.Range(0, 101).Select(n => Insert($"{n}"))]);
        Assert.True(await Commit([.. Enumerable.Range(0, 100).Select(n => Insert($"{n}"))]));
        Assert.Equal(100, (await Rows()).Length);
    }

    [Fact]
    public async Task No_row_is_changed_twice()
    {
        await Refused(Insert("a"), Upsert("b"), new RowChange.Delete("a"));
        Assert.Empty(await Rows());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public Task A_page_has_1_to_1000_rows(int limit) =>
        Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Query(new TableQuery(Table, Partition, Limit: limit)));

    [Theory]
    [InlineData("a\nb")]
    [InlineData("")]
    public Task A_continuation_that_no_page_gave_is_refused(string continuation) =>
        Assert.ThrowsAnyAsync<ArgumentException>(
            async () => await Store.Query(new TableQuery(Table, Partition, Continuation: continuation)));

    [Fact]
    public async Task A_row_takes_1_MiB()
    {
        await Refused(Insert("big", new string('x', 512 * 1024)));
        Assert.True(await Commit(Insert("big", new string('x', (512 * 1024) - 100))));
        Assert.Equal((512 * 1024) - 100, (await Value("big"))!.Length);
    }

    [Fact]
    public async Task A_transaction_takes_4_MiB()
    {
        var quarter = new string('x', (512 * 1024) - 100);

        await Refused([.. Enumerable.Range(0, 5).Select(n => Insert($"{n}", quarter))]);
        Assert.True(await Commit([.. Enumerable.Range(0, 4).Select(n => Insert($"{n}", quarter))]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("with space")]
    [InlineData("with-dash")]
    [InlineData("naïve")]
    [InlineData("PartitionKey")]
    [InlineData("rowkey")]
    [InlineData("Timestamp")]
    public Task A_property_name_that_some_store_could_not_hold_is_refused(string name) =>
        Refused(new RowChange.Insert("r", new Dictionary<string, object> { [name] = "x" }));

    [Fact]
    public async Task A_row_takes_252_properties()
    {
        static Dictionary<string, object> Many(int count) =>
            Enumerable.Range(0, count).ToDictionary(n => $"P{n}", n => (object)(long)n, StringComparer.Ordinal);

        await Refused(new RowChange.Insert("r", Many(253)));
        Assert.True(await Commit(new RowChange.Insert("r", Many(252))));
        Assert.Equal(252, (await Get("r"))!.Properties.Count);
    }
}
