using System.Collections.Concurrent;
using System.Globalization;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Storage.Compliance;

namespace Diversion.Simulation.Tests.Faults;

/// <summary>
/// Random people on a host that fails at random steps. <c>eng/fault-runs 10000</c> tries more seeds, and
/// <c>eng/fault-runs 1 SEED</c> repeats one.
/// </summary>
public sealed class FaultRunTests
{
    private static readonly int Runs = Setting("DIVERSION_FAULT_RUNS", 100);
    private static readonly int First = Setting("DIVERSION_FAULT_SEED", 1);

    [Fact]
    public void Whatever_fails_nothing_is_lost_and_nothing_happens_twice()
    {
        var failed = new ConcurrentDictionary<int, string>();
        var happened = new ConcurrentDictionary<string, int>();
        Parallel.For(First, First + Runs, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            var (report, faults) = FaultTrial.Of((ulong)seed).GetAwaiter().GetResult();
            foreach (var (fault, count) in faults)
            {
                happened.AddOrUpdate(fault, count, (_, before) => before + count);
            }

            if (report is not null)
            {
                failed[seed] = report;
            }
        });

        Console.WriteLine($"{Runs} runs; faults: {string.Join(", ", happened.OrderBy(one => one.Key).Select(one => $"{one.Key} {one.Value}"))}");
        if (!failed.IsEmpty)
        {
            Assert.Fail($"{failed.Count} of {Runs} runs failed: seeds {string.Join(", ", failed.Keys.Order())}. Repeat one with eng/fault-runs 1 SEED.\n{string.Join("\n", failed.OrderBy(one => one.Key).Take(5).Select(one => one.Value))}");
        }

        Assert.True(Runs < 100 || happened.Count >= 16, $"Only these faults happened: {string.Join(", ", happened.Keys)}.");
    }

    /// <summary>Each of these found a fault of the program, or of the checks, which was mended.</summary>
    [Theory]
    [InlineData(3UL)]
    [InlineData(15UL)]
    [InlineData(28UL)]
    [InlineData(36UL)]
    [InlineData(51UL)]
    [InlineData(57UL)]
    [InlineData(3196UL)]
    [InlineData(5240UL)]
    public async Task A_seed_that_once_failed_passes(ulong seed) => Assert.Null((await FaultTrial.Of(seed)).Report);

    [Fact]
    public async Task The_same_seed_is_the_same_run()
    {
        const ulong seed = 8;
        using var one = new FaultRun(seed, FaultRates.Of(seed));
        using var two = new FaultRun(seed, FaultRates.Of(seed));
        await one.Run();
        await two.Run();

        Assert.True(one.Happened.Values.Sum() > 10);
        Assert.Equal(one.Happened, two.Happened);
        foreach (var id in one.Agreements)
        {
            Assert.Equal(await Hash(one, id), await Hash(two, id));
        }

        static async Task<string> Hash(FaultRun run, AgreementId id) => (await run.Disk.Get(Tables.Agreements, id.Value, "s"))!.Text("hash");
    }

    [Theory]
    [InlineData(20, int.MaxValue, "events")]
    [InlineData(int.MaxValue, 15, "verify:")]
    public async Task A_disk_that_forgets_what_it_acknowledged_is_found_out(int forgets, int forgetsFollowing, string finding)
    {
        using var run = new FaultRun(1, FaultRates.None, new WholeDisk(new ForgetfulDisk(new InMemoryTableStore(), forgets, forgetsFollowing)));
        await run.Run();

        Assert.Contains(await FaultFindings.Of(run, null), wrong => wrong.Contains(finding, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_never_arrived_is_found_out()
    {
        using var run = new FaultRun(1, FaultRates.None);
        await run.Run();
        Assert.Empty(await FaultFindings.Of(run, null));
        var id = run.Agreements.First().Value;
        var sent = await run.Disk.Rows(Tables.Agreements, id, "o:", "o;").FirstAsync(row => row.Text("status") == nameof(DeliveryStatus.Sent));

        await run.Disk.Commit(new TableTransaction(Tables.Agreements, id, [new RowChange.Insert($"{sent.Row}-other", sent.Properties)]), []);

        Assert.Contains(await FaultFindings.Of(run, null), wrong => wrong.Contains("did not arrive", StringComparison.Ordinal));
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var given) ? given : otherwise;
}
