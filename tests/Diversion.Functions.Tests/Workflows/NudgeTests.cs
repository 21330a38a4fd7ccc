using Diversion.Casework.Maintenance;
using Diversion.Domain.Agreements;
using Diversion.Functions.Tests.Lives;
using Diversion.Functions.Workflows;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace Diversion.Functions.Tests.Workflows;

public sealed class NudgeTests
{
    private static readonly Life Life = AllLives.Completed;

    [Fact]
    public async Task Every_nudge_twice_changes_nothing()
    {
        using var clean = new WorkflowHost(Life.Start);
        using var doubled = new WorkflowHost(Life.Start);
        doubled.Hub.Arrivals = _ => 2;

        await Life.Live(clean);
        await Life.Live(doubled);

        Assert.True(doubled.Hub.Nudges >= 2 * clean.Hub.Nudges);
        Assert.Equal(await Story.Of(clean.Casework, Life.Id), await Story.Of(doubled.Casework, Life.Id));
    }

    [Fact]
    public async Task Every_nudge_lost_costs_a_day_at_most()
    {
        using var lost = new WorkflowHost(Life.Start);
        lost.Hub.Arrivals = _ => 0;
        var late = 0;

        await Life.Live(lost, (state, now) =>
        {
            Assert.All(Agreement.Due(state), moment => Assert.True(moment.At > now - Duration.FromTimeSpan(WakeUp.Longest), $"{moment} at {now}"));
            late += Agreement.NextDue(state) <= now ? 1 : 0;
        });

        Assert.Equal(0, lost.Hub.Nudges);
        Assert.NotEqual(0, late);
        Assert.Null((await Verification.Run(lost.Store)).Fault);
    }

    [Fact]
    public async Task Every_lost_nudge_is_repaired_by_the_sweep_and_the_same_happens()
    {
        using var clean = new WorkflowHost(Life.Start);
        using var lost = new WorkflowHost(Life.Start) { Swept = Life.Id };
        lost.Hub.Arrivals = _ => lost.IsSweeping ? 1 : 0;

        await Life.Live(clean);
        await Life.Live(lost);

        Assert.InRange(lost.Hub.Nudges, 1, clean.Hub.Nudges);
        Assert.Equal(await Happenings.Of(clean.Casework, Life.Id), await Happenings.Of(lost.Casework, Life.Id));
        Assert.Equal(clean.Post.Delivered.Count, lost.Post.Delivered.Count);
        Assert.Null((await Verification.Run(lost.Store)).Fault);
    }

    [Fact]
    public async Task A_hub_that_never_answers_holds_nobody_up_and_the_sweep_does_its_work()
    {
        using var host = new WorkflowHost(Life.Start);
        host.Hub.Unreachable = true;
        await Life.With(days: 3).Live(host);
        Assert.Empty(host.Hub.Instances);

        host.Hub.Unreachable = false;
        Assert.True(await host.WakeUps.StartOrNudge(Life.Id, default));
        await host.Hub.Settle();

        Assert.All(Agreement.Due((await host.Casework.Find(Life.Id))!), moment => Assert.True(moment.At > host.Clock.Now));
        Assert.NotEmpty(host.Post.Delivered);
    }

    [Fact]
    public async Task A_nudge_before_its_time_finds_nothing_and_goes_on_waiting()
    {
        using var host = new WorkflowHost(Life.Start);
        await Life.With(days: 10).Live(host);
        var version = (await host.Casework.Find(Life.Id))!.Version;
        var before = Agreement.OpenTracks((await host.Casework.Find(Life.Id))!);

        foreach (var instance in host.Hub.Instances.Values.Where(instance => instance.IsLive))
        {
            await host.Hub.RaiseEventAsync(instance.Id, WakeUp.Nudge, true);
        }

        await host.Hub.Settle();

        var after = (await host.Casework.Find(Life.Id))!;
        Assert.Equal(version, after.Version);
        Assert.Equal(before, Agreement.OpenTracks(after));
        Assert.All(before, track => Assert.Equal(track.NextDue?.ToDateTimeUtc(), host.StatusOf(Life.Id, track.Id).NextDue));
    }

    [Fact]
    public async Task A_workflow_that_has_gone_is_started_by_the_next_nudge_and_found_missing_by_the_agreements_own()
    {
        using var host = new WorkflowHost(Life.Start);
        await Life.With(days: 10).Live(host);
        host.Hub.Kill(WorkflowIds.InstanceOf(Life.Id.Value, "supervision"));

        await host.RunTo(host.Clock.Now + Duration.FromHours(25));
        Assert.True(host.Hub.Instances[WorkflowIds.InstanceOf(Life.Id.Value, "supervision")].IsLive);

        host.Hub.Kill(Life.Id.Value);
        Assert.True(await host.WakeUps.StartOrNudge(Life.Id, default));
        await host.Hub.Settle();
        Assert.Equal(OrchestrationRuntimeStatus.Running, host.Hub.Instances[Life.Id.Value].Status);
    }

    [Fact]
    public async Task Two_starts_of_one_id_leave_one_instance()
    {
        using var host = new WorkflowHost(Life.Start);
        await Life.With(days: 0).Live(host);
        var generation = host.Hub.Instances[Life.Id.Value].Generation;
        var track = new Track(Tracks.Agreement, null, null, 0);
        host.Hub.Blind = 1;

        await host.WakeUps.EnsureRunning(Life.Id, [track, track], default);
        await host.Hub.Settle();

        Assert.Equal(0, host.Hub.Blind);
        Assert.Equal(1, host.Hub.RefusedStarts);
        Assert.Equal(generation, host.Hub.Instances[Life.Id.Value].Generation);
    }
}
