namespace Diversion.Storage.Compliance;

public abstract class ScanContract(IStoreUnderTest underTest) : StoreContract(underTest)
{
    [Fact]
    public async Task Every_row_of_the_table_comes_in_order_of_partition_and_row()
    {
        var random = new Random(7);
        var expected = new List<(string, string)>();
        foreach (var partition in new[] { "b", "a", "A", " ", "aa", "a b", "é", "日" })
        {
            var rows = Enumerable.Range(0, 100).Select(_ => $"{random.Next():x}").Append("!").Distinct().ToArray();
            expected.AddRange(rows.Select(row => (partition, row)));
            foreach (var some in rows.Chunk(TableTransaction.MostChanges))
            {
                await Store.Commit(On(Table, partition, [.. some.Select(row => Insert(row, row))]), []);
            }
        }

        await Store.Commit(On(Tables.Due, "a", Insert("elsewhere")), []);

        var scanned = await Scan(Table);

        Assert.Equal(
            expected.OrderBy(key => key.Item1, StringComparer.Ordinal).ThenBy(key => key.Item2, StringComparer.Ordinal),
            scanned.Select(row => (row.Partition, row.Row)));
        Assert.All(scanned, row => Assert.Equal(row.Row, row.Text("Value")));
    }

    [Fact]
    public async Task In_any_order_each_row_comes_once()
    {
        var expected = new List<(string, string)>();
        foreach (var n in Enumerable.Range(0, 12))
        {
            var partition = $"P{n * 7 % 12}";
            expected.AddRange(Enumerable.Range(0, 90).Select(row => (partition, $"{row}")));
            await Store.Commit(On(Table, partition, [.. Enumerable.Range(0, 90).Select(row => Insert($"{row}", $"{partition}-{row}"))]), []);
        }

        await Store.Commit(On(Table, "P3", new RowChange.Delete("5"), new RowChange.Upsert("6", new Dictionary<string, object> { ["Value"] = "P3-6" })), []);
        await Store.Commit(On(Tables.Due, "P1", Insert("elsewhere")), []);
        expected.Remove(("P3", "5"));

        var scanned = new List<TableRow>();
        await foreach (var row in Store.ScanInAnyOrder(Table))
        {
            scanned.Add(row);
        }

        Assert.Equal(expected.Order(), scanned.Select(row => (row.Partition, row.Row)).Order());
        Assert.All(scanned, row => Assert.Equal($"{row.Partition}-{row.Row}", row.Text("Value")));
    }

    [Fact]
    public async Task An_empty_table_has_none() => Assert.Empty(await Scan(Table));

    [Fact]
    public async Task Large_rows_come_too()
    {
        var large = new string('x', 400_000);
        for (var n = 0; n < 25; n++)
        {
            await Store.Commit(On(Table, $"P{n:D2}", Insert("r", large)), []);
        }

        Assert.Equal(25, (await Scan(Table)).Count);
    }

    [Fact]
    public async Task Rows_may_be_changed_during_a_scan()
    {
        foreach (var some in Enumerable.Range(0, 1200).Chunk(TableTransaction.MostChanges))
        {
            await Store.Commit(On(Table, Partition, [.. some.Select(i => Insert($"{i:D5}"))]), []);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in Store.Scan(Table))
        {
            Assert.True(seen.Add(row.Row));
            Assert.True(await Commit(Upsert(row.Row, "changed"), Upsert("!" + row.Row)));
        }

        Assert.Superset(Enumerable.Range(0, 1200).Select(i => $"{i:D5}").ToHashSet(), seen);
    }

    [Fact]
    public async Task A_cancelled_scan_stops()
    {
        await Commit(Insert("a"), Insert("b"));
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Store.Scan(Table, cancel.Token))
            {
                // Unrelated rows.
            }
        });
    }

    private async Task<List<TableRow>> Scan(string table)
    {
        var rows = new List<TableRow>();
        await foreach (var row in Store.Scan(table))
        {
            rows.Add(row);
        }

        return rows;
    }
}
