using Diversion.Azurite.Demo;
using Diversion.Azurite.Tests.Hosts;
using Diversion.Casework.Agreements;
using Diversion.Casework.Storage;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Diversion.Functions.Tests.Lives;
using Diversion.Functions.Triggers;
using Diversion.Functions.WakeUps;
using Diversion.Functions.Workflows;
using Diversion.Simulation.VirtualTime;
using Diversion.Storage.Compliance;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Diversion.Azurite.Tests;

/// <summary>What the real engine does at the edges of an instance's life.</summary>
[Collection(OnTheEmulator.Name)]
public sealed class InstanceTests(SharedEmulator emulator)
{
    private static readonly Life Life = AllLives.Brief;
    private static readonly Track AgreementItself = new(Tracks.Agreement, null, null, 0);

    [Fact]
    public async Task A_second_start_of_a_live_instance_leaves_it_as_it_is()
    {
        var clock = new TimeMachine(null, Life.Start);
        await using var host = await Begin(clock);
        var before = await Found(host, Life.Id.Value);

        await host.WakeUps.EnsureRunning(Life.Id, [AgreementItself, AgreementItself], CancellationToken.None);
        var options = new StartOrchestrationOptions(Life.Id.Value) { DedupeStatuses = ["Pending", "Running", "Suspended"] };
        await Assert.ThrowsAnyAsync<Exception>(() => host.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(AgreementWorkflow), new WorkflowTrack(Life.Id.Value, Tracks.Agreement), options));

        Assert.Equal(before.CreatedAt, (await Found(host, Life.Id.Value)).CreatedAt);
        await host.Client.RaiseEventAsync(Life.Id.Value, WakeUp.Nudge, true);
        await Until(async () => (await Found(host, Life.Id.Value)).LastUpdatedAt > before.LastUpdatedAt);
    }

    [Fact]
    public async Task A_nudge_of_a_missing_instance_does_no_harm_and_ours_starts_it_first()
    {
        var clock = new TimeMachine(null, Life.Start);
        await using var host = await Begin(clock);

        await host.Client.RaiseEventAsync("DV-MISSING", WakeUp.Nudge, true);
        Assert.True(await host.WakeUps.StartOrNudge(new AgreementId("DV-7K3M9-2QX4P"), CancellationToken.None));

        var ended = await host.Client.WaitForInstanceCompletionAsync("DV-7K3M9-2QX4P", getInputsAndOutputs: true, Soon());
        Assert.Equal("no such agreement", ended.ReadCustomStatusAs<WorkflowStatus>()!.Phase);
        Assert.Null(await host.Client.GetInstanceAsync("DV-MISSING"));
    }

    [Fact]
    public async Task Operators_see_where_each_workflow_stands()
    {
        var clock = new TimeMachine(null, Life.Start);
        await using var host = await Begin(clock);
        var state = (await host.Casework.Find(Life.Id))!;

        foreach (var track in Agreement.OpenTracks(state))
        {
            var id = WorkflowIds.InstanceOf(Life.Id.Value, track.Id);
            await Until(async () => (await Found(host, id)).ReadCustomStatusAs<WorkflowStatus>()?.Phase == Phase.Of(state, track.Id));
        }
    }

    [Fact]
    public async Task The_history_of_what_ended_goes_after_four_days()
    {
        var clock = new TimeMachine(null, Life.Start);
        await using var host = await Begin(clock);
        await host.WakeUps.StartOrNudge(new AgreementId("DV-7K3M9-2QX4P"), CancellationToken.None);
        await host.Client.WaitForInstanceCompletionAsync("DV-7K3M9-2QX4P", Soon());

        await Purge(host, days: 3);
        Assert.NotNull(await host.Client.GetInstanceAsync("DV-7K3M9-2QX4P"));
        await Purge(host, days: 5);

        Assert.Null(await host.Client.GetInstanceAsync("DV-7K3M9-2QX4P"));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await Found(host, Life.Id.Value)).RuntimeStatus);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_durable_timer_brings_about_what_is_due_at_its_instant_also_beside_a_nudge(bool nudge)
    {
        using var process = new OneProcess(Life.Start);
        await Life.With(days: 0).Live(process);
        var clock = new TimeMachine(SystemClock.Instance, Life.Start);
        await using var host = await Begin(clock);
        var due = (await host.Get<DueSweep>().Earliest())!.Value;
        await process.RunTo(due);
        clock.MoveTo(due - Duration.FromSeconds(4));
        await host.WakeUps.StartOrNudge(Life.Id, Agreement.OpenTracks((await host.Casework.Find(Life.Id))!), CancellationToken.None);
        if (nudge)
        {
            await Task.Delay((due - clock.GetCurrentInstant()).ToTimeSpan());
            await host.Client.RaiseEventAsync(Life.Id.Value, WakeUp.Nudge, true);
        }

        await Until(async () => await host.Get<DueSweep>().Earliest() > due);

        Assert.Equal(await Happenings.Of(process.Casework, Life.Id), await Happenings.Of(host.Casework, Life.Id));
        Instant? last = null;
        await foreach (var recorded in host.Casework.Events(Life.Id))
        {
            last = recorded.At;
        }

        Assert.InRange(last!.Value, due, due + Duration.FromSeconds(10));
    }

    [Fact]
    public async Task Two_processes_on_one_hub_do_everything_once_and_one_takes_over_from_the_other()
    {
        var life = AllLives.Breached;
        using var process = new OneProcess(life.Start);
        await life.Live(process);
        var clock = new TimeMachine(null, life.Start);
        var store = new InMemoryTableStore();
        var time = new ShiftedTime(clock, SystemClock.Instance);
        var settings = emulator.NewHub();
        var one = await DurableHost.Start(settings, store, clock, time);
        await using var other = await DurableHost.Start(settings with { Worker = "other" }, store, clock, time);
        var taking = new TakingOver(one, other, clock, life.Start + Duration.FromDays(20));

        await life.Live(taking);

        Assert.Equal(await Story.Of(process.Casework, life.Id), await Story.Of(other.Casework, life.Id));
        var delivered = taking.DeliveredByTheFirst.Concat(other.Post.Delivered).ToArray();
        Assert.Equal(delivered.Distinct(), delivered);

        // While both work, the one agreement's activities may all go to one of them.
        Assert.NotEmpty(other.Post.Delivered);
    }

    /// <summary>Two at work, until the first stops.</summary>
    private sealed class TakingOver(DurableHost first, DurableHost second, TimeMachine clock, Instant end) : ITimeKeeper
    {
        private bool alone;

        public CaseworkService Casework => alone ? second.Casework : first.Casework;

        public List<string> DeliveredByTheFirst { get; } = [];

        public async Task RunTo(Instant until)
        {
            if (!alone && until > end)
            {
                alone = true;
                var post = first.Post;
                await first.DisposeAsync();
                DeliveredByTheFirst.AddRange(post.Delivered);
            }

            await DurableTime.Of(alone ? second : first, clock.MoveTo).RunTo(until);
        }
    }

    private async Task<DurableHost> Begin(TimeMachine clock)
    {
        var host = await DurableHost.Start(emulator.NewHub(), new InMemoryTableStore(), clock, new ShiftedTime(clock, SystemClock.Instance));
        await Life.With(days: 0).Live(DurableTime.Of(host, clock.MoveTo));
        await Until(async () => (await host.Client.GetInstanceAsync(Life.Id.Value))?.RuntimeStatus == OrchestrationRuntimeStatus.Running);
        return host;
    }

    private static async Task<OrchestrationMetadata> Found(DurableHost host, string id)
    {
        // Between two generations an instance may not be found for a moment.
        OrchestrationMetadata? found = null;
        await Until(async () => (found = await host.Client.GetInstanceAsync(id, getInputsAndOutputs: true)) is not null);
        return found!;
    }

    private static Task Purge(DurableHost host, int days) =>
        new EndedWorkflows(new TaskHub(), new TimeMachine(null, SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(days)), NullLogger<EndedWorkflows>.Instance)
            .Purge(new TimerInfo(), host.Client, CancellationToken.None);

    private static CancellationToken Soon() => new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    private static async Task Until(Func<Task<bool>> holds)
    {
        var patience = Soon();
        while (!await holds())
        {
            Assert.False(patience.IsCancellationRequested, "It has not come about after a minute.");
            await Task.Delay(50);
        }
    }
}
