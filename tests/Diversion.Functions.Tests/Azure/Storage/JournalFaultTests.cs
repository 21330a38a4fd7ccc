using System.Diagnostics;
using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Diversion.Casework.Storage;
using Diversion.Functions.Azure.Storage;
using Diversion.Simulation.Tests.Faults;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;
using Died = Diversion.Simulation.Tests.Faults.ProcessDiedException;

namespace Diversion.Functions.Tests.Azure.Storage;

/// <summary>
/// Random people on hosts that fail, over Azure Tables: a process may die, and a request or its answer be lost, at each request,
/// so in the middle of a commit too. <c>eng/fault-runs --azure 20</c> tries more seeds.
/// </summary>
public sealed class JournalFaultTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Whatever_fails_between_two_requests_nothing_is_lost_and_nothing_happens_twice()
    {
        var (first, runs) = (Setting("DIVERSION_FAULT_SEED", 1), Setting("DIVERSION_AZURE_FAULT_RUNS", 2));
        var reports = new List<string>();
        for (var seed = first; seed < first + runs; seed++)
        {
            var began = Stopwatch.GetTimestamp();
            var disk = await AzureDisk.Begin();
            var (report, happened) = await FaultTrial.Of((ulong)seed, disk);
            output.WriteLine($"Seed {seed}, {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s, {disk.Requests} requests, {disk.Completed} commits completed later; {string.Join(", ", happened.OrderBy(one => one.Key).Select(one => $"{one.Key} {one.Value}"))}");
            if (report is not null)
            {
                reports.Add(report);
            }
        }

        Assert.True(reports.Count == 0, $"{reports.Count} of {runs} runs failed.\n{string.Join('\n', reports.Take(5))}");
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var given) ? given : otherwise;

    private sealed class AzureDisk(int account, AzureTableStore direct) : IFaultyDisk
    {
        private bool failed;

        public ITableStore Direct => direct;

        public int Requests { get; private set; }

        public int Completed { get; private set; }

        public static async Task<AzureDisk> Begin()
        {
            var account = AzuriteServer.NewAccount();
            var direct = new AzureTableStore(AzuriteServer.Account(account), NullLogger<AzureTableStore>.Instance);
            await direct.CreateTables();
            return new AzureDisk(account, direct);
        }

        public ITableStore ReachedBy(SimulatedHost host, FaultSource faults) => new AzureTableStore(
            AzuriteServer.Account(account, options =>
            {
                options.AddPolicy(new FaultyWire(this, host, faults), HttpPipelinePosition.BeforeTransport);
                options.Retry.MaxRetries = 0;
            }),
            NullLogger<AzureTableStore>.Instance);

        /// <summary>What <c>CommitRepair</c> does every hour; only after a fault, as there is nothing to find otherwise.</summary>
        public async Task Upkeep()
        {
            for (; failed; failed = false)
            {
                await foreach (var partition in direct.Find(Tables.Agreements))
                {
                    await direct.Finish(Tables.Agreements, partition);
                    Completed++;
                }
            }
        }

        private sealed class FaultyWire(AzureDisk disk, SimulatedHost host, FaultSource faults) : HttpPipelinePolicy
        {
            public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
            {
                disk.Requests++;
                var writes = message.Request.Method != RequestMethod.Get;
                try
                {
                    host.MayBeKilled();
                    if (writes)
                    {
                        await host.MayBeInterrupted();
                    }

                    if (faults.Happens(writes ? "commit failed" : "read failed", faults.Rates.Unavailable))
                    {
                        throw new RequestFailedException("lost");
                    }

                    await ProcessNextAsync(message, pipeline);
                    host.MayBeKilled();
                    if (writes && faults.Happens("answer lost", faults.Rates.LostAnswer))
                    {
                        message.Response.Dispose();
                        throw new RequestFailedException("lost");
                    }
                }
                catch (Exception fault) when (fault is Died or RequestFailedException)
                {
                    disk.failed = true;
                    throw;
                }
            }

            public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
                throw new NotSupportedException("Nothing here is called without await.");
        }
    }
}
