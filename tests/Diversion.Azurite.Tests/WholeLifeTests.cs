using Diversion.Azurite.Demo;
using Diversion.Azurite.Tests.Hosts;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Functions.Tests.Lives;
using Diversion.Functions.Workflows;
using Diversion.Simulation.VirtualTime;
using Diversion.Storage.Compliance;
using Microsoft.DurableTask.Client;
using NodaTime;
using Xunit.Abstractions;

namespace Diversion.Azurite.Tests;

/// <summary>
/// Whole lives of agreements, one of each outcome, on the real engine. To read what it asks of its storage for one agreement:
/// <c>dotnet test tests/Diversion.Azurite.Tests --filter WholeLifeTests --logger "console;verbosity=detailed"</c>.
/// </summary>
[Collection(OnTheEmulator.Name)]
public sealed class WholeLifeTests(SharedEmulator emulator, ITestOutputHelper output)
{
    [Theory]
    [InlineData("completed", AgreementStatus.Completed)]
    [InlineData("breached", AgreementStatus.Breached)]
    [InlineData("discontinued", AgreementStatus.Discontinued)]
    [InlineData("lapsed", AgreementStatus.Lapsed)]
    public async Task The_stream_is_the_one_process_hosts_event_by_event_and_every_workflow_ends(string name, AgreementStatus status)
    {
        var life = AllLives.Named(name);
        using var process = new OneProcess(life.Start);
        await life.Live(process);
        var clock = new TimeMachine(null, life.Start);
        var counter = new RequestCounter();
        await using var host = await DurableHost.Start(
            emulator.NewHub() with { Counter = counter }, new InMemoryTableStore(), clock, new ShiftedTime(clock, SystemClock.Instance));

        await life.Live(DurableTime.Of(host, clock.MoveTo));

        Assert.Equal(await Story.Of(process.Casework, life.Id), await Story.Of(host.Casework, life.Id));
        Assert.Equal(status, (await host.Casework.Find(life.Id))!.Status);
        var ended = await Instances.End(host);
        Assert.All(ended, instance => Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus));
        Assert.Equal(name == "lapsed" ? 1 : 7, ended.Count);
        Assert.NotEmpty(host.Post.Delivered);
        Assert.Equal(host.Post.Delivered.Distinct(), host.Post.Delivered);
        AssertCost(counter, atLeast: name == "lapsed" ? 5 : 20);
    }

    /// <summary>Each activity is one message sent to the queue of work, and one deleted.</summary>
    private void AssertCost(RequestCounter counter, int atLeast)
    {
        foreach (var (kind, count) in counter.Counts.OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{count,6} {kind}");
        }

        var sent = counter.Counts["queue POST workitems"];
        Assert.InRange(sent, atLeast, 2_000);
        Assert.InRange(counter.Counts["queue DELETE workitems"], sent - 5, sent + 5);
    }
}
