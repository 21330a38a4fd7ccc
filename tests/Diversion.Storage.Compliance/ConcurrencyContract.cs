namespace Diversion.Storage.Compliance;

public abstract class ConcurrencyContract(IStoreUnderTest underTest) : StoreContract(underTest)
{
    private const int Writers = 32;

    /// <summary>Each collides with those of all other writers: the work grows with the square.</summary>
    private const int Increments = 4;

    [Fact]
    public async Task Of_many_who_insert_one_row_exactly_one_wins()
    {
        for (var round = 0; round < 10; round++)
        {
            var row = $"e{round}";

            var won = await Together(n => Store.Commit(On(Table, Partition, Insert(row, $"{n}")), [On(Tables.Due, row, Upsert($"{n}"))]));

            var winner = Assert.Single(Enumerable.Range(0, Writers), n => won[n]);
            Assert.Equal($"{winner}", await Value(row));
            var due = await Store.Query(new TableQuery(Tables.Due, row));
            Assert.Equal($"{winner}", Assert.Single(due.Rows).Row);
        }
    }

    [Fact]
    public async Task Of_many_who_replace_one_version_exactly_one_wins()
    {
        await Commit(Insert("s", "0"));
        var etag = await ETag("s");

        var won = await Together(n => Commit(Replace("s", etag, $"{n}")));

        var winner = Assert.Single(Enumerable.Range(0, Writers), n => won[n]);
        Assert.Equal($"{winner}", await Value("s"));
    }

    [Fact]
    public async Task One_caller_s_conflict_is_nobody_else_s()
    {
        await Commit(Insert("taken", "kept"));

        var won = await Together(n => n % 3 == 0
            ? Store.Commit(On(Table, Partition, Insert($"lost{n}"), Upsert("s", "lost"), Insert("taken")), [])
            : Store.Commit(On(Table, $"P{n}", Insert("r", $"{n}"), Upsert("s")), []));

        for (var n = 0; n < Writers; n++)
        {
            Assert.Equal(n % 3 != 0, won[n]);
            Assert.Equal(n % 3 != 0, await Store.Get(Table, $"P{n}", "r") is not null);
        }

        Assert.Equal(["taken"], await Rows());
        Assert.Equal("kept", await Value("taken"));
    }

    [Fact]
    public async Task Increments_that_try_again_on_conflict_are_never_lost()
    {
        await Commit(new RowChange.Insert("n", new Dictionary<string, object> { ["Count"] = 0L }));

        await Together(async _ =>
        {
            for (var applied = 0; applied < Increments;)
            {
                var row = await Get("n");
                var next = new Dictionary<string, object> { ["Count"] = row!.Number("Count") + 1 };
                applied += await Commit(new RowChange.Replace("n", next, row.ETag!)) ? 1 : 0;
            }

            return true;
        });

        Assert.Equal((long)Writers * Increments, (await Get("n"))!.Number("Count"));
    }

    [Fact]
    public async Task A_caller_reads_what_was_confirmed_to_it_as_written()
    {
        var seen = await Together(async n =>
        {
            for (var i = 0; i < 20; i++)
            {
                await Store.Commit(On(Table, $"P{n}", Upsert("s", $"{i}")), [On(Tables.Register, "all", Upsert($"{n}", $"{i}"))]);
                var own = await Store.Get(Table, $"P{n}", "s");
                var listed = await Store.Get(Tables.Register, "all", $"{n}");
                if (own?.Text("Value") != $"{i}" || listed?.Text("Value") != $"{i}")
                {
                    return false;
                }
            }

            return true;
        });

        Assert.DoesNotContain(false, seen);
    }

    [Fact]
    public async Task A_transaction_is_never_seen_half_done()
    {
        using var stop = new CancellationTokenSource();
        await Commit(Upsert("a", "0"), Upsert("b", "0"));
        var reading = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var page = await Store.Query(new TableQuery(Table, Partition));
                Assert.Equal(page.Rows[0].Text("Value"), page.Rows[1].Text("Value"));
            }
        });

        await Together(n => Commit(Upsert("a", $"{n}"), Upsert("b", $"{n}")));

        await stop.CancelAsync();
        await reading;
    }

    private static async Task<bool[]> Together(Func<int, ValueTask<bool>> act)
    {
        var tasks = Enumerable.Range(0, Writers)
            .Select(n => Task.Run(async () =>
            {
                await Task.Yield();
                return await act(n);
            }))
            .ToArray();
        return await Task.WhenAll(tasks);
    }
}
