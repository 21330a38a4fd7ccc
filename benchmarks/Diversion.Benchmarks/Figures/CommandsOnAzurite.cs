using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Data.Tables;
using Diversion.Azurite.Emulator;
using Diversion.Benchmarks.Bare;
using Diversion.Benchmarks.Cases;
using Diversion.Benchmarks.Measuring;
using Diversion.Casework;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Storage;
using Diversion.Functions.Azure.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using static Diversion.Benchmarks.Measuring.Settings;

namespace Diversion.Benchmarks.Figures;

/// <summary>Durable commands on Azure Tables over Azurite, against bare transactions of the same rows on another Azurite.</summary>
internal static class CommandsOnAzurite
{
    private const int Clients = 16;

    public static async Task<Figure[]> Measure(Settings settings)
    {
        var scripts = Enumerable.Range(0, settings.Quick ? 16 : 64).Select(number => new CaseScript(number)).ToArray();
        var turns = settings.Quick ? 4 : 8;
        using var azurite = await AzuriteEmulator.Start(folder: null);
        using var bareAzurite = await AzuriteEmulator.Start(folder: null);
        var service = new TableServiceClient(azurite.Connection);
        var azure = new AzureTableStore(service, NullLogger<AzureTableStore>.Instance);
        await azure.CreateTables();
        await new AzureTableStore(new TableServiceClient(bareAzurite.Connection), NullLogger<AzureTableStore>.Instance).CreateTables();
        var bare = new BareTables(new TableServiceClient(bareAzurite.Connection));
        var kept = new KeptCommits(azure);
        var silence = new Silence();
        using var place = new Installation(kept, People.Rulebook, silence, silence, silence, NullLoggerFactory.Instance, WrappingKey.From([1]));
        await Workplace.Clients(Clients, scripts.Length, async n =>
        {
            foreach (var command in scripts[n].Signing())
            {
                await place.Casework.Execute(scripts[n].Id, command);
            }
        });
        kept.Take();

        // Clients take whole agreements, so that commands of one come in order.
        var watch = Stopwatch.StartNew();
        await Workplace.Clients(Clients, scripts.Length, async n =>
        {
            for (var turn = 0; turn < turns; turn++)
            {
                if (await place.Casework.Execute(scripts[n].Id, scripts[n].Running(turn)) is Outcome.Refused refused)
                {
                    throw new InvalidOperationException(refused.Refusal.Message);
                }
            }
        });
        var rate = scripts.Length * turns / watch.Elapsed.TotalSeconds;
        var commits = kept.Take();
        watch.Restart();
        await Workplace.Clients(Clients, commits.Count, async n => await bare.Write(commits[n]));
        var bareRate = commits.Count / watch.Elapsed.TotalSeconds;
        return
        [
            new Figure(
                Text($"commands on Azure Tables (Azurite), {Clients} clients"),
                Text($"{rate:N0}/s"),
                Text($"{bareRate:N0}/s (same rows, {commits.Average(commit => commit.Count):0.0} transactions each)"),
                rate / bareRate,
                string.Empty,
                null),
        ];
    }

    /// <summary>Passes everything on, and keeps the transactions of each commit.</summary>
    private sealed class KeptCommits(ITableStore store) : ITableStore
    {
        private readonly ConcurrentQueue<IReadOnlyList<TableTransaction>> commits = new();

        public ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default) =>
            store.Get(table, partition, row, cancellation);

        public ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default) => store.Query(query, cancellation);

        public IAsyncEnumerable<TableRow> Scan(string table, CancellationToken cancellation = default) => store.Scan(table, cancellation);

        public ValueTask<bool> Commit(TableTransaction first, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default)
        {
            commits.Enqueue([first, .. following]);
            return store.Commit(first, following, cancellation);
        }

        public IReadOnlyList<IReadOnlyList<TableTransaction>> Take()
        {
            var taken = commits.ToArray();
            commits.Clear();
            return taken;
        }
    }
}
