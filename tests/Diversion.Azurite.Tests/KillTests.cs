using Diversion.Azurite.Tests.Hosts;
using Diversion.Casework;
using Diversion.Casework.Agreements;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Functions.Tests.Lives;
using Diversion.Functions.WakeUps;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace Diversion.Azurite.Tests;

/// <summary>The process that keeps time is killed in the middle of its work, again and again, and started again.</summary>
[Collection(OnTheEmulator.Name)]
public sealed class KillTests(SharedEmulator emulator, ITestOutputHelper output)
{
    private const int EveryNth = 3;

    [Fact]
    public async Task Killed_in_the_middle_and_started_again_the_stream_is_the_same()
    {
        var life = AllLives.Neglected.With(days: 19);
        using var process = new OneProcess(life.Start);
        await life.Live(process);
        var clockFile = Path.GetTempFileName();
        var clock = new FileClock(clockFile);
        clock.MoveTo(life.Start);
        var store = await emulator.Tables();
        var hub = new TaskHub();
        await using var wakeUps = new WorkflowWakeUps(hub, NullLogger<WorkflowWakeUps>.Instance);
        using var cache = new StreamCache(0);
        var casework = new CaseworkService(store, cache, Programmes.Rulebook, wakeUps);
        await using var child = new KillableHost(emulator.Connection, emulator.NewHub().Hub, clockFile, hub);
        await child.Start();
        var (moments, kills, chance) = (0, 0, new Random(7));
        var time = new DurableTime(
            casework, new DueSweep(store, new StreamServices(casework), NullLogger<DueSweep>.Instance), new OverdueStreams(store, new StreamServices(casework), store), wakeUps, moment =>
        {
            output.WriteLine($"   {moment} {DateTime.UtcNow:mm:ss.f}");
            clock.MoveTo(moment);
        })
        {
            Nudged = async () =>
            {
                if (moments++ % EveryNth == 0)
                {
                    // Somewhere between the message that was sent and the last row that comes of it.
                    await Task.Delay(chance.Next(120));
                    await child.Kill();
                    await child.Start();
                    output.WriteLine($"{++kills}: killed at {clock.GetCurrentInstant()}, {DateTime.UtcNow:mm:ss.f}");
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

        Assert.InRange(kills, 4, 50);
        Assert.Equal(await Story.Of(process.Casework, life.Id), await Story.Of(casework, life.Id));
        Assert.Null((await Verification.Run(store)).Fault);
        File.Delete(clockFile);
    }
}
