namespace Diversion.Storage.Compliance;

public abstract class LimitContract(IStoreUnderTest underTest) : StoreContract(underTest)
{
    public static TheoryData<string> BadKeys =>
    [
        "", "a/b", "a\\b", "a#b", "a?b", "\0", "a\tb", "a\nb", "\u007F", "\u0085", "😀", "a\uFFFE", new string('k', 513),
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

    [Theory]
    [InlineData(" ")]
    [InlineData(" a")]
    public async Task A_row_whose_key_starts_with_a_space_is_refused(string key)
    {
        await Refused(Insert(key));
        await Refused(new RowChange.Delete(key));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Get(Table, Partition, key));
    }

    // Separate from the others: half a surrogate pair does not survive as a theory's data.
    [Fact]
    public Task Half_a_surrogate_pair_is_refused() => Refused(Insert("a\uD800"));

    [Theory]
    [InlineData('k', 512)]
    [InlineData('%', 512)]
    [InlineData('é', 316)]
    [InlineData('語', 211)]
    public async Task A_long_key_is_taken_up_to_its_limit(char character, int longest)
    {
        var key = new string(character, longest);

        Assert.True(await Store.Commit(On(Table, key, Insert(key)), [On(Tables.Due, key, Upsert(key))]));

        Assert.NotNull(await Store.Get(Table, key, key));
        Assert.NotNull(await Store.Get(Tables.Due, key, key));
        Assert.Equal(key, (await Store.Query(new TableQuery(Table, key))).Rows.Single().Row);
        Assert.Empty((await Store.Query(new TableQuery(Table, key, Continuation: key))).Rows);
        await Refused(Insert(key + character));
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
                // A call that returns is enough.
            }
        });
    }

    [Fact]
    public async Task A_transaction_takes_1_to_99_changes()
    {
        var changes = Enumerable.Range(0, 100).Select(n => Upsert($"{n}")).ToArray();

        await Refused();
        await Refused(changes);
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Commit(On(Table, Partition, Insert("e")), [On(Table, "P", changes)]));
        Assert.Empty(await Rows());
        Assert.True(await Store.Commit(On(Table, Partition, changes[1..]), [On(Table, "P", changes[1..])]));
        Assert.Equal(99, (await Rows()).Length);
        Assert.Equal(99, (await Store.Query(new TableQuery(Table, "P"))).Rows.Count);
    }

    [Fact]
    public async Task At_most_128_KiB_follow()
    {
        var half = new string('x', 63 * 1024);
        RowChange[] changes = [Upsert("a", half), Upsert("b", half)];

        Assert.True(await Store.Commit(On(Table, Partition, Insert("e1")), [On(Tables.Due, "P", changes)]));
        await Assert.ThrowsAnyAsync<ArgumentException>(
            async () => await Store.Commit(On(Table, Partition, Insert("e2")), [On(Tables.Due, "P", changes), On(Tables.Due, "Q", Upsert("c", half))]));
        await Assert.ThrowsAnyAsync<ArgumentException>(
            async () => await Store.Commit(On(Table, Partition, Insert("e2")), [On(Tables.Due, "P", Upsert("a", new string('"', 30 * 1024)))]));
        Assert.Null(await Get("e2"));
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
    public async Task A_row_takes_a_little_less_than_1_MiB()
    {
        await Refused(Insert("big", new string('x', 504 * 1024)));
        Assert.True(await Commit(Insert("big", new string('x', (504 * 1024) - 100))));
        Assert.Equal((504 * 1024) - 100, (await Value("big"))!.Length);
    }

    [Fact]
    public async Task A_transaction_takes_3_MiB_as_JSON()
    {
        var sixth = new string('x', 500 * 1024);

        await Refused([.. Enumerable.Range(0, 7).Select(n => Insert($"{n}", sixth))]);
        await Refused(Insert("a", new string('"', 260 * 1024)), Insert("b", new string('é', 260 * 1024)));
        Assert.True(await Store.Commit(
            On(Table, Partition, [.. Enumerable.Range(0, 6).Select(n => Insert($"{n}", sixth))]), [On(Tables.Due, "P", Upsert("r", new string('"', 20 * 1024)))]));
        Assert.Equal(6, (await Rows()).Length);
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
    [InlineData("a__1")]
    public Task A_property_name_that_some_store_could_not_hold_is_refused(string name) =>
        Refused(new RowChange.Insert("r", new Dictionary<string, object> { [name] = "x" }));

    [Fact]
    public async Task A_row_takes_250_properties()
    {
        static Dictionary<string, object> Many(int count) =>
            Enumerable.Range(0, count).ToDictionary(n => $"P{n}", n => (object)(long)n, StringComparer.Ordinal);

        var long9 = new Dictionary<string, object>(Many(241)) { ["Long"] = new string('x', 8 * 32_000) };
        var long10 = new Dictionary<string, object>(Many(241)) { ["Long"] = new string('x', 9 * 32_000) };

        await Refused(new RowChange.Insert("r", Many(251)));
        await Refused(new RowChange.Insert("r", long10));
        Assert.True(await Commit(new RowChange.Insert("r", Many(250))));
        Assert.Equal(250, (await Get("r"))!.Properties.Count);
        Assert.True(await Commit(new RowChange.Insert("s", long9)));
        Assert.Equal(8 * 32_000, (await Get("s"))!.Text("Long").Length);
    }
}
