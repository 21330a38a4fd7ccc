using Diversion.Casework.Agreements;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Functions.Tests.VirtualTime;
using Diversion.Functions.WakeUps;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Diversion.Functions.Tests.WakeUps;

public sealed class WorkflowWakeUpsTests
{
    private static readonly StreamChange Change = Of("slow-hub", was: null);

    [Fact]
    public async Task A_command_is_answered_before_the_hub_answers_and_the_wake_up_arrives_later()
    {
        var slow = new SlowHub();
        var wakeUps = With(slow);
        using var request = new CancellationTokenSource();

        var told = wakeUps.Changed(Change, request.Token);
        await request.CancelAsync();

        Assert.True(told.IsCompletedSuccessfully);
        Assert.Empty(slow.Started);
        slow.Answer.SetResult();
        await wakeUps.DisposeAsync();
        Assert.Equal(["slow-hub"], slow.Started);
    }

    [Fact]
    public async Task A_hub_that_never_answers_holds_a_bounded_number_of_wake_ups()
    {
        var slow = new SlowHub();
        var wakeUps = With(slow);

        for (var i = 0; i < 3_000; i++)
        {
            await wakeUps.Changed(Change);
        }

        Assert.Equal(1_000, slow.Asked);
        slow.Answer.SetResult();
        await wakeUps.DisposeAsync();
        await wakeUps.Changed(Change);
        Assert.Equal(1_001, slow.Asked);
    }

    [Fact]
    public async Task A_timer_that_moved_later_needs_no_nudge()
    {
        var slow = new SlowHub();
        var wakeUps = With(slow);

        await wakeUps.Changed(Of("extended", was: Due - Duration.FromDays(7)));

        Assert.Equal(0, slow.Asked);
        await wakeUps.DisposeAsync();
    }

    private static Instant Due { get; } = Instant.FromUtc(2026, 7, 3, 0, 0);

    private static StreamChange Of(string agreement, Instant? was) => new(
        new StreamId(AgreementKind.Instance, agreement),
        Due,
        [new TimerMove(new Track(Tracks.Agreement, null, Due, 0), was)],
        HasMessages: false,
        InboxChanged: false);

    private static WorkflowWakeUps With(SlowHub slow)
    {
        var hub = new TaskHub();
        hub.Meet(slow);
        return new WorkflowWakeUps(hub, NullLogger<WorkflowWakeUps>.Instance);
    }

    /// <summary>Knows no instance, and does not answer until it is told to.</summary>
    private sealed class SlowHub : BareClient
    {
        private int asked;

        public TaskCompletionSource Answer { get; } = new();

        public List<string> Started { get; } = [];

        public int Asked => asked;

        public override Task<OrchestrationMetadata?> GetInstancesAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
            GetInstanceAsync(instanceId, getInputsAndOutputs, cancellation);

        public override async Task<OrchestrationMetadata?> GetInstanceAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
        {
            Interlocked.Increment(ref asked);
            await Answer.Task.WaitAsync(cancellation);
            return null;
        }

        public override Task<string> ScheduleNewOrchestrationInstanceAsync(
            TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
        {
            lock (Started)
            {
                Started.Add(options!.InstanceId!);
            }

            return Task.FromResult(options!.InstanceId!);
        }

        public override Task RaiseEventAsync(
            string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) => Task.CompletedTask;
    }
}
