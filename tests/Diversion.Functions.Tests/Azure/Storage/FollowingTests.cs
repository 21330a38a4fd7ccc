using Diversion.Casework.Storage;

namespace Diversion.Functions.Tests.Azure.Storage;

/// <summary>
/// The following transactions of a commit are applied whatever happens in between: once, and in the order of the commits.
/// </summary>
public sealed class FollowingTests
{
    private const string Source = "AG-1";
    private const int MostRequests = 40;

    [Fact]
    public async Task After_a_crash_at_any_request_a_commit_is_there_whole_or_not_at_all()
    {
        var crashes = 0;
        foreach (var fate in new[] { Wire.Fate.DiesBefore, Wire.Fate.DiesAfter })
        {
            var at = 1;
            for (var ended = false; !ended; at++)
            {
                Assert.True(at < MostRequests);
                var crashing = await AzuriteProcess.First();
                Assert.True(await Version(crashing.Store, 1));
                var last = at;
                crashing.Wire.From(n => n < last ? Wire.Fate.Arrives : fate);
                try
                {
                    ended = await Version(crashing.Store, 2);
                }
                catch (ProcessDiedException)
                {
                    crashes++;
                }

                var other = crashing.Another();
                await other.Store.Finish(Tables.Agreements, Source);

                var stored = await other.Store.Get(Tables.Agreements, Source, "e:2") is null ? 1 : 2;
                Assert.Equal(Expected(stored), await ReadModels(other.Store));
                Assert.True(!ended || stored == 2);
            }
        }

        // Reading the journal, the commit, two requests for each of three partitions, the journal again: at least nine, twice.
        Assert.True(crashes >= 18, $"{crashes} crashes");
    }

    [Fact]
    public async Task The_next_commit_carries_on_what_a_crash_left()
    {
        var crashing = await AzuriteProcess.First();
        Assert.True(await Version(crashing.Store, 1));
        crashing.Wire.From(n => n <= 2 ? Wire.Fate.Arrives : Wire.Fate.DiesBefore);
        await Assert.ThrowsAsync<ProcessDiedException>(() => Version(crashing.Store, 2).AsTask());
        Assert.Equal(Expected(1), await ReadModels(crashing.Another().Store));

        var other = crashing.Another();
        Assert.True(await Version(other.Store, 3));

        Assert.Equal(Expected(3), await ReadModels(other.Store));
    }

    [Fact]
    public async Task What_a_crash_left_is_found_although_nothing_points_to_it()
    {
        var crashing = await AzuriteProcess.First();
        crashing.Wire.From(n => n <= 2 ? Wire.Fate.Arrives : Wire.Fate.DiesBefore);
        await Assert.ThrowsAsync<ProcessDiedException>(() => Version(crashing.Store, 1).AsTask());
        var other = crashing.Another();

        Assert.Equal([Source], await Unfinished(other, Tables.Agreements));
        Assert.Empty(await Unfinished(other, Tables.Streams));

        await other.Store.Finish(Tables.Agreements, Source);
        Assert.Empty(await Unfinished(other, Tables.Agreements));
        Assert.Equal(Expected(1), await ReadModels(other.Store));
    }

    [Fact]
    public async Task A_process_that_wakes_up_late_at_any_request_overwrites_nothing_newer()
    {
        var at = 3;
        for (var held = true; held; at++)
        {
            Assert.True(at < MostRequests);
            held = false;
            var late = await AzuriteProcess.First();
            Assert.True(await Version(late.Store, 1));
            var asleep = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            late.Wire.From(_ => Wire.Fate.Arrives);
            var sleepAt = at;
            late.Wire.Before = n =>
            {
                if (n != sleepAt)
                {
                    return Task.CompletedTask;
                }

                asleep.SetResult();
                return woken.Task;
            };
            var sleeping = Version(late.Store, 2).AsTask();
            if (await Task.WhenAny(asleep.Task, sleeping) == asleep.Task)
            {
                held = true;
                var other = late.Another();
                Assert.True(await Version(other.Store, 3));
                Assert.True(await Version(other.Store, 4));
                Assert.Equal(Expected(4), await ReadModels(other.Store));
                woken.SetResult();
            }

            Assert.True(await sleeping);
            Assert.Equal(Expected(held ? 4 : 2), await ReadModels(late.Another().Store));
        }
    }

    [Fact]
    public async Task Many_processes_that_commit_at_once_leave_the_read_models_of_the_last()
    {
        const int Versions = 60;
        var first = await AzuriteProcess.First();
        Assert.True(await Version(first.Store, 1));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            var own = first.Another().Store;
            while (true)
            {
                var page = await own.Query(new TableQuery(Tables.Agreements, Source, Limit: 1000));
                var next = page.Rows.Count + 1;
                if (next > Versions)
                {
                    return;
                }

                await Version(own, next);
            }
        })));

        Assert.Equal(Expected(Versions), await ReadModels(first.Store));
    }

    [Fact]
    public async Task An_outage_after_the_commit_does_not_fail_it_and_is_repaired()
    {
        var process = await AzuriteProcess.First();
        Assert.True(await Version(process.Store, 1));
        process.Wire.From((_, message) => message.Request.Uri.Path.Contains("/due", StringComparison.Ordinal) ? Wire.Fate.Lost : Wire.Fate.Arrives);

        Assert.True(await Version(process.Store, 2));
        Assert.Equal(Expected(1), await ReadModels(process.Another().Store));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await process.Store.Finish(Tables.Agreements, Source));

        process.Wire.From(_ => Wire.Fate.Arrives);
        await process.Store.Finish(Tables.Agreements, Source);
        Assert.Equal(Expected(2), await ReadModels(process.Store));
    }

    [Fact]
    public async Task Long_unfinished_transactions_are_finished_before_new_ones_are_accepted()
    {
        var process = await AzuriteProcess.First();
        var large = new string('x', 50_000);
        process.Wire.From((_, message) => message.Request.Uri.Path.Contains("/due", StringComparison.Ordinal) ? Wire.Fate.Lost : Wire.Fate.Arrives);
        for (var n = 0; n < 2; n++)
        {
            Assert.True(await process.Store.Commit(
                new TableTransaction(Tables.Agreements, Source, [Insert($"e:{n}")]), [On(Tables.Due, "0", Upsert($"{n}", large))]));
        }

        var told = await Assert.ThrowsAsync<StorageUnavailableException>(async () => await process.Store.Commit(
            new TableTransaction(Tables.Agreements, Source, [Insert("e:2")]), [On(Tables.Due, "0", Upsert("2", large))]));
        Assert.EndsWith("Nothing of this was written.", told.Message, StringComparison.Ordinal);
        Assert.Null(await process.Store.Get(Tables.Agreements, Source, "e:2"));

        process.Wire.From(_ => Wire.Fate.Arrives);
        Assert.True(await process.Store.Commit(
            new TableTransaction(Tables.Agreements, Source, [Insert("e:2")]), [On(Tables.Due, "0", Upsert("2", large))]));
        Assert.Equal(3, (await process.Store.Query(new TableQuery(Tables.Due, "0"))).Rows.Count);
    }

    [Fact]
    public async Task Callers_never_see_the_rows_that_this_takes()
    {
        var process = await AzuriteProcess.First();
        await Version(process.Store, 1);

        foreach (var table in new[] { Tables.Agreements, Tables.Due, Tables.Register, Tables.Caseload })
        {
            await foreach (var row in process.Store.Scan(table))
            {
                Assert.NotEqual(' ', row.Row[0]);
                Assert.DoesNotContain(row.Properties.Keys, name => name.Contains("__", StringComparison.Ordinal));
            }

            foreach (var partition in new[] { Source, "0", "all", "worker" })
            {
                Assert.InRange((await process.Store.Query(new TableQuery(table, partition, From: " "))).Rows.Count, 0, 1);
            }
        }
    }

    /// <summary>A commit like those of casework: an event, the moved due row, the read models of its state.</summary>
    private static ValueTask<bool> Version(ITableStore store, int version) => store.Commit(
        new TableTransaction(Tables.Agreements, Source, [Insert($"e:{version}")]),
        [
            On(Tables.Due, "0", Upsert($"{version}", $"{version}"), new RowChange.Delete($"{version - 1}")),
            On(Tables.Register, "all", Upsert(Source, $"{version}")),
            version % 2 == 0 ? On(Tables.Caseload, "worker", Upsert(Source, $"{version}")) : On(Tables.Caseload, "worker", new RowChange.Delete(Source)),
        ]);

    private static string Expected(int version) => $"due {version}={version}; register {version}; caseload {(version % 2 == 0 ? version : "none")}";

    private static async Task<string> ReadModels(ITableStore store)
    {
        var due = await store.Query(new TableQuery(Tables.Due, "0"));
        var register = await store.Get(Tables.Register, "all", Source);
        var caseload = await store.Get(Tables.Caseload, "worker", Source);
        return $"due {string.Join(',', due.Rows.Select(row => $"{row.Row}={row.Text("V")}"))}; register {register?.Text("V")}; caseload {caseload?.Text("V") ?? "none"}";
    }

    private static RowChange.Insert Insert(string row) => new(row, new Dictionary<string, object> { ["V"] = "x" });

    private static RowChange.Upsert Upsert(string row, string value) => new(row, new Dictionary<string, object> { ["V"] = value });

    private static TableTransaction On(string table, string partition, params RowChange[] changes) => new(table, partition, changes);

    private static async Task<List<string>> Unfinished(AzuriteProcess process, string table)
    {
        var found = new List<string>();
        await foreach (var partition in process.Store.Find(table))
        {
            found.Add(partition);
        }

        return found;
    }
}
