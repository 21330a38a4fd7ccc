using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Diversion.Simulation.Tests.Faults;

/// <summary>
/// Random people on a host that fails at random steps. <c>eng/fault-runs 10000</c> tries more seeds, and
/// <c>eng/fault-runs 1 SEED</c> repeats one.
/// </summary>
public sealed class FaultRunTests
{
    private static readonly int Runs = Setting("DIVERSION_FAULT_RUNS", 300);
    private static readonly int First = Setting("DIVERSION_FAULT_SEED", 1);

    [Fact]
    public void Whatever_fails_nothing_is_lost_and_nothing_happens_twice()
    {
        var failed = new ConcurrentDictionary<int, string>();
        var happened = new ConcurrentDictionary<string, int>();
        Parallel.For(First, First + Runs, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            var (report, faults) = Try((ulong)seed).GetAwaiter().GetResult();
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
            Assert.Fail($"{failed.Count} of {Runs} runs failed. Repeat one with eng/fault-runs 1 SEED.\n{string.Join("\n", failed.OrderBy(one => one.Key).Take(5).Select(one => one.Value))}");
        }

        Assert.True(Runs < 100 || happened.Count >= 16, $"Only these faults happened: {string.Join(", ", happened.Keys)}.");
    }

    private static async Task<(string? Report, IReadOnlyDictionary<string, int> Happened)> Try(ulong seed)
    {
        var rates = FaultRates.Of(seed);
        using var run = new FaultRun(seed, rates);
        using var reference = rates.SameInstant ? new FaultRun(seed, FaultRates.None) : null;
        List<string> wrong;
        try
        {
            await run.Run();
            await (reference?.Run() ?? Task.CompletedTask);
            wrong = await FaultFindings.Of(run, reference);
        }
        catch (Exception unexpected)
        {
            wrong = [unexpected.ToString()];
        }

        return (wrong.Count == 0 ? null : Report(seed, rates, wrong), run.Happened);
    }

    private static string Report(ulong seed, FaultRates rates, List<string> wrong)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"Seed {seed}: {rates}\n");
        foreach (var one in wrong.Take(8))
        {
            text.Append("  ").Append(one).Append('\n');
        }

        return text.ToString();
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var given) ? given : otherwise;
}
