using System.Diagnostics;
using Azure.Data.Tables;
using Diversion.Azurite.Emulator;
using Diversion.Azurite.Tests.Hosts;
using Diversion.Casework.Agreements;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Functions.Azure.Storage;
using Diversion.Functions.Tests.Lives;
using Diversion.Functions.WakeUps;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Diversion.Azurite.Tests.Measuring;

/// <summary>
/// How long work stands still that a killed process had taken, for different times that messages stay hidden:
/// <c>dotnet run -c Release --project tests/Diversion.Azurite.Tests -- measure</c>. Takes two minutes.
/// </summary>
internal static class StandingStill
{
    private static readonly int[] Hidden = [5, 15, 30, 60];

    private static readonly (string Place, string Words)[] Places =
        [("after fetch control", "a nudge"), ("after fetch work", "an activity"), ("before send TaskCompleted", "an activity's answer")];

    public static async Task<int> Run()
    {
        using var azurite = await AzuriteEmulator.Start(folder: null);
        var store = new AzureTableStore(new TableServiceClient(azurite.Connection), NullLogger<AzureTableStore>.Instance);
        await store.CreateTables();
        Console.WriteLine("hidden for, killed with, new process served after, work done after (seconds from the kill)");
        foreach (var (place, words) in Places)
        {
            // All four at once: they mostly wait.
            var measured = await Task.WhenAll(Hidden.Select(hidden => Measure(azurite.Connection, store, hidden, place)));
            foreach (var ((served, done), hidden) in measured.Zip(Hidden))
            {
                Console.WriteLine(FormattableString.Invariant($"{hidden,3} s  {words,-22} {served.TotalSeconds,5:F1} {done.TotalSeconds,5:F1}"));
            }
        }

        return 0;
    }

    private static async Task<(TimeSpan Served, TimeSpan Done)> Measure(string connection, AzureTableStore store, int hidden, string place)
    {
        var name = $"{place.Replace(" ", "", StringComparison.Ordinal)}{hidden}";
        var life = new Life(name, AllLives.Brief.Referred, 0, AllLives.EveryCondition);
        var clockFile = Path.GetTempFileName();
        var clock = new FileClock(clockFile);
        clock.MoveTo(life.Start);
        var hub = new TaskHub();
        await using var wakeUps = new WorkflowWakeUps(hub, NullLogger<WorkflowWakeUps>.Instance);
        using var cache = new StreamCache(0);
        var casework = new CaseworkService(store, cache, Programmes.Rulebook, wakeUps);
        await using var child = new KillableHost(connection, $"M{name}", clockFile, hub, hidden);
        await child.Start();
        await life.Live(new Moved(casework, clock));
        while (await hub.Client!.GetInstanceAsync(life.Id.Value) is not { RuntimeStatus: OrchestrationRuntimeStatus.Running })
        {
            await Task.Delay(100);
        }

        // It comes to rest; then its checks are overdue.
        await Task.Delay(TimeSpan.FromSeconds(5));
        clock.MoveTo(life.Start + Duration.FromDays(3));
        child.DieAt(place);
        await wakeUps.StartOrNudge(life.Id, CancellationToken.None);
        if (!await child.HasDied(() => wakeUps.StartOrNudge(life.Id, CancellationToken.None)))
        {
            throw new InvalidOperationException($"It never came to {place}.");
        }

        var watch = Stopwatch.StartNew();
        await child.Start();
        var served = watch.Elapsed;
        while (Agreement.NextDue((await casework.Find(life.Id))!) <= clock.GetCurrentInstant())
        {
            await Task.Delay(50);
        }

        return (served, watch.Elapsed);
    }

    /// <summary>People act; what falls due is left to the workflows.</summary>
    private sealed class Moved(CaseworkService casework, FileClock clock) : ITimeKeeper
    {
        public CaseworkService Casework => casework;

        public Task RunTo(Instant until)
        {
            clock.MoveTo(until);
            return Task.CompletedTask;
        }
    }
}
