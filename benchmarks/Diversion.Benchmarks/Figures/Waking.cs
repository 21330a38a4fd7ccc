using System.Diagnostics;
using Azure.Data.Tables;
using Diversion.Azurite.Emulator;
using Diversion.Azurite.Engine;
using Diversion.Benchmarks.Cases;
using Diversion.Benchmarks.Measuring;
using Diversion.Casework;
using Diversion.Casework.Delivery;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Storage;
using Diversion.Functions.Azure.Storage;
using Diversion.Functions.Hosting;
using Diversion.Functions.Workflows;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Grpc;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Grpc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using static Diversion.Benchmarks.Measuring.Settings;

namespace Diversion.Benchmarks.Figures;

/// <summary>
/// Wake-ups of agreements' workflows on the real engine over Azurite, against a workflow on the same engine that only waits:
/// a nudge, a generation that continues as new, and the timer of the next wait.
/// </summary>
internal static class Waking
{
    private const string Empty = "Empty";
    private const int Rounds = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task<Figure[]> Measure(Settings settings)
    {
        var count = settings.Quick ? 20 : 100;
        using var azurite = await AzuriteEmulator.Start(folder: null);
        var store = new AzureTableStore(new TableServiceClient(azurite.Connection), NullLogger<AzureTableStore>.Instance);
        await store.CreateTables();
        var rate = await Agreements(azurite.Connection, store, count);
        var bare = await Waiting(azurite.Connection, count);
        return
        [
            new Figure(
                Text($"wake-ups of {count} agreements' workflows (Azurite)"),
                Text($"{rate:0.0}/s"),
                Text($"{bare:0.0}/s (an empty workflow on the same engine)"),
                rate / bare,
                string.Empty,
                null),
        ];
    }

    private static async Task<double> Agreements(string connection, AzureTableStore store, int count)
    {
        var waits = new CountedWaits();
        await using var engine = await DurableEngine.Start(Engine(connection, "BenchAgreements", waits), _ => { });
        var silence = new Silence();
        var scripts = Enumerable.Range(0, count).Select(number => new CaseScript(number)).ToArray();
        using (var place = new Installation(store, People.Rulebook, silence, silence, silence, NullLoggerFactory.Instance, WrappingKey.From([1])))
        {
            await Workplace.Clients(8, count, async n =>
            {
                foreach (var command in scripts[n].Signing())
                {
                    await place.Casework.Execute(scripts[n].Id, command);
                }
            });
        }

        using var worker = Worker(services =>
        {
            services.AddSingleton<ITableStore>(store);
            services.AddSingleton<IMailer>(silence);
            services.AddSingleton<IPublisher>(silence);
            services.AddSingleton<IUnfinishedCommits>(store);
            services.AddCasework(People.Rulebook);
            services.AddEngine(engine.Address);
        });
        await worker.StartAsync();
        return await Rate(worker, waits, [.. scripts.Select(script => (script.Id.Value, nameof(AgreementWorkflow), (object)new WorkflowTrack(script.Id.Value, Domain.Agreements.Tracks.Agreement)))]);
    }

    private static async Task<double> Waiting(string connection, int count)
    {
        var waits = new CountedWaits();
        await using var engine = await DurableEngine.Start(Engine(connection, "BenchEmpty", waits), _ => { });
        using var worker = Worker(services =>
        {
            services.AddDurableTaskWorker(builder =>
            {
                builder.UseGrpc(engine.Address);
                builder.AddTasks(tasks => tasks.AddOrchestrator(new TaskName(Empty), () => new OnlyWaits()));
            });
            services.AddDurableTaskClient(builder =>
            {
                builder.UseGrpc(engine.Address);
                builder.RegisterDirectly();
            });
        });
        await worker.StartAsync();
        return await Rate(worker, waits, [.. Enumerable.Range(0, count).Select(number => ($"empty-{number}", Empty, (object)"nothing"))]);
    }

    /// <summary>All are nudged at once, and waited for; the first round starts them.</summary>
    private static async Task<double> Rate(IHost worker, CountedWaits waits, (string Id, string Workflow, object Input)[] instances)
    {
        var client = worker.Services.GetRequiredService<DurableTaskClient>();
        await Task.WhenAll(instances.Select(one =>
            client.ScheduleNewOrchestrationInstanceAsync(one.Workflow, one.Input, new StartOrchestrationOptions(one.Id))));
        await waits.Reach(instances.Select(one => one.Id), 1, Patience);
        var rates = new List<double>();
        for (var round = 1; round <= Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await Task.WhenAll(instances.Select(one => client.RaiseEventAsync(one.Id, WakeUp.Nudge, true)));
            await waits.Reach(instances.Select(one => one.Id), 1 + round, Patience);
            rates.Add(instances.Length / watch.Elapsed.TotalSeconds);
        }

        await worker.StopAsync();
        return Samples.Median(rates);
    }

    private static EngineSettings Engine(string connection, string hub, CountedWaits waits) => new(connection, hub, "bench")
    {
        Partitions = 4, LongestPolling = TimeSpan.FromMilliseconds(100), Visibility = TimeSpan.FromMinutes(1), Listener = waits,
    };

    private static IHost Worker(Action<IServiceCollection> add)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        add(builder.Services);
        return builder.Build();
    }

    private sealed class OnlyWaits : TaskOrchestrator<string, object?>
    {
        public override async Task<object?> RunAsync(TaskOrchestrationContext context, string input)
        {
            await WakeUp.Wait(context, null);
            context.ContinueAsNew(input, preserveUnprocessedEvents: true);
            return null;
        }
    }
}
