using Diversion.Azurite.Demo;
using Diversion.Azurite.Tests.Hosts;
using Diversion.Casework.Storage;
using Diversion.Functions.Tests.Lives;
using Diversion.Simulation.VirtualTime;
using Diversion.Storage.Compliance;
using NodaTime;
using Xunit.Abstractions;

namespace Diversion.Azurite.Tests;

/// <summary>
/// What the real engine asks of its storage for one agreement. To read the figures:
/// <c>dotnet test tests/Diversion.Azurite.Tests --filter FiguresTests --logger "console;verbosity=detailed"</c>.
/// </summary>
[Collection(OnTheEmulator.Name)]
public sealed class FiguresTests(SharedEmulator emulator, ITestOutputHelper output)
{
    [Fact]
    public async Task Requests_of_the_hub_for_one_agreement()
    {
        var life = AllLives.Completed;
        var counter = new RequestCounter();
        var clock = new TimeMachine(null, life.Start);
        await using var host = await DurableHost.Start(
            emulator.NewHub() with { Counter = counter }, new InMemoryTableStore(), clock, new ShiftedTime(clock, SystemClock.Instance));

        await life.Live(DurableTime.Of(host, clock.MoveTo));
        await Instances.End(host);

        foreach (var (kind, count) in counter.Counts.OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{count,6} {kind}");
        }

        // Each activity is one message sent to the queue of work, and one deleted.
        Assert.InRange(counter.Counts["queue POST workitems"], 40, 2_000);
        Assert.InRange(counter.Counts["queue DELETE workitems"], counter.Counts["queue POST workitems"] - 5, counter.Counts["queue POST workitems"] + 5);
    }
}
