using Azure.Data.Tables;
using Diversion.Azurite.Emulator;
using Diversion.Azurite.Tests.Hosts;
using Diversion.Casework.Agreements;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Functions.Azure.Storage;
using Diversion.Functions.Tests.Lives;
using Diversion.Functions.WakeUps;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace Diversion.Azurite.Tests;

/// <summary>
/// The process that keeps time is killed at each step of its work (<see cref="FaultPoint.All"/>), each time in the middle of
/// another due moment of an agreement's life, and started again.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    /// <summary>In seconds. With two, messages of a busy machine were seen again while they were worked on, and a workflow stood still until the next start.</summary>
    private const int Hidden = 5;

    /// <summary>They mostly wait for what is hidden.</summary>
    private const int AtOnce = 5;

    private const int Beginning = 2;

    [Fact]
    public async Task Killed_at_each_step_and_started_again_the_stream_is_that_of_a_host_that_nobody_killed()
    {
        // Signed, and then nobody does anything: much falls due.
        var life = AllLives.Neglected.With(days: 19);
        using var process = new OneProcess(life.Start);
        await life.Live(process);
        var story = await Story.Of(process.Casework, life.Id);

        await Task.WhenAll(FaultPoint.All.Select((place, number) => (place, number))
            .GroupBy(one => one.number % AtOnce, one => one.place)
            .Select(places => Live(life, story, new Queue<string>(places))));
    }

    private async Task Live(Life life, List<string> story, Queue<string> places)
    {
        using var azurite = await AzuriteEmulator.Start(folder: null);
        var clockFile = Path.GetTempFileName();
        var clock = new FileClock(clockFile);
        clock.MoveTo(life.Start);
        var store = new AzureTableStore(new TableServiceClient(azurite.Connection), NullLogger<AzureTableStore>.Instance);
        await store.CreateTables();
        var hub = new TaskHub();
        await using var wakeUps = new WorkflowWakeUps(hub, NullLogger<WorkflowWakeUps>.Instance);
        using var cache = new StreamCache(0);
        var casework = new CaseworkService(store, cache, Programmes.Rulebook, wakeUps);
        var services = new StreamServices(casework);
        await using var child = new KillableHost(azurite.Connection, "Killed", clockFile, hub, Hidden);
        await child.Start();
        string? place = null;
        var moments = 0;
        var time = new DurableTime(
            casework, new DueSweep(store, services, NullLogger<DueSweep>.Instance), new OverdueStreams(store, services, store), wakeUps, clock.MoveTo)
        {
            Arrived = () =>
            {
                // At the first moments the workflow is only being started.
                if (++moments > Beginning && places.TryDequeue(out place))
                {
                    child.DieAt(place);
                }
            },
            Nudged = async () =>
            {
                if (place is not null)
                {
                    Assert.True(await child.HasDied(() => wakeUps.StartOrNudge(life.Id, CancellationToken.None)), $"It never came to {place}.");
                    await child.Start();
                    output.WriteLine($"{DateTime.UtcNow:mm:ss.f}: killed {place} at {clock.GetCurrentInstant()}");
                    place = null;
                }
            },
        };
        try
        {
            await life.Live(time);
        }
        finally
        {
            foreach (var line in child.Told)
            {
                output.WriteLine(line);
            }
        }

        Assert.Empty(places);
        Assert.Equal(story, await Story.Of(casework, life.Id));
        Assert.Null((await Verification.Run(store)).Fault);
        File.Delete(clockFile);
    }
}
