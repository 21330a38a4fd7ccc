using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace Diversion.Functions.Tests.VirtualTime;

/// <summary>
/// A task hub in memory, driven by a clock that jumps. Rows, messages and at-least-once delivery as on Azure Storage; after
/// each step the orchestrator is replayed from its own history.
/// </summary>
internal sealed class VirtualHub(VirtualClock clock) : BareClient
{
    private readonly Queue<(VirtualInstance Instance, int Generation, PlannedAction Action)> work = new();
    private readonly PriorityQueue<(VirtualInstance Instance, int Generation, int Timer), (Instant At, long Number)> timers = new();
    private readonly Dictionary<string, VirtualInstance> instances = [];
    private long number;

    public IReadOnlyDictionary<string, VirtualInstance> Instances => instances;

    public HubCosts Costs { get; } = new();

    public Crashes Crashes { get; set; } = Crashes.None();

    /// <summary>Runs activities.</summary>
    public Func<string, string?, Task<string>> Activity { get; set; } = (_, _) => throw new InvalidOperationException("No activities yet.");

    /// <summary>Called before an activity runs; an exception fails it.</summary>
    public Func<string, Exception?> ActivityFault { get; set; } = _ => null;

    /// <summary>Called for each event on its way: how many copies of it arrive.</summary>
    public Func<string, int> Arrivals { get; set; } = _ => 1;

    /// <summary>The hub does not answer.</summary>
    public bool Unreachable { get; set; }

    /// <summary>This many look-ups of instances miss an existing one: another starter was faster.</summary>
    public int Blind { get; set; }

    public int RefusedStarts { get; private set; }

    public int MostRows { get; private set; }

    public int LargestPayload { get; private set; }

    public int Nudges { get; private set; }

    /// <summary>Runs everything up to an instant.</summary>
    public async Task RunTo(Instant until)
    {
        await Settle();
        while (timers.TryPeek(out var timer, out var due) && due.At <= until)
        {
            timers.Dequeue();
            clock.JumpTo(due.At);
            if (timer.Instance.Generation != timer.Generation || !timer.Instance.IsLive)
            {
                Costs.Dropped();
                continue;
            }

            timer.Instance.Inbox.Add(new HistoryRow(RowKind.TimerFired, Now, timer.Timer));
            await Settle();
        }

        clock.JumpTo(until);
    }

    /// <summary>Runs what can run at this instant.</summary>
    public async Task Settle()
    {
        for (var steps = 0; ; steps++)
        {
            Assert.True(steps < 100_000, "The workflows never come to rest.");
            if (instances.Values.FirstOrDefault(instance => instance.Inbox.Count > 0) is { } ready)
            {
                Step(ready);
            }
            else if (work.TryPeek(out var next))
            {
                await Work(next.Instance, next.Generation, next.Action);
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>An instance disappears, as after a purge or a termination.</summary>
    public void Kill(string id) => instances[id].Status = OrchestrationRuntimeStatus.Terminated;

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        Answer();
        Costs.Started();
        var id = options!.InstanceId!;
        if (instances.TryGetValue(id, out var there) && there.IsLive)
        {
            Assert.True(
                options.DedupeStatuses is not null && options.DedupeStatuses.Contains(there.Status.ToString()),
                "A start that does not name the live statuses replaces a running instance.");
            RefusedStarts++;
            throw new InvalidOperationException($"An instance {id} exists.");
        }

        var instance = there ?? new VirtualInstance(id, orchestratorName.Name);
        instances[id] = instance;
        instance.Status = OrchestrationRuntimeStatus.Pending;
        Begin(instance, Measured(Payloads.Write(input)), []);
        return Task.FromResult(id);
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        Answer();
        Costs.Raised();
        Assert.True(instances.TryGetValue(instanceId, out var instance), $"{eventName} was raised for {instanceId}, which does not exist.");
        for (var arrivals = Arrivals(instanceId); arrivals > 0 && instance.IsLive; arrivals--)
        {
            Nudges++;
            instance.Inbox.Add(new HistoryRow(RowKind.EventRaised, Now, null, eventName, Measured(Payloads.Write(eventPayload))));
        }

        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata?> GetInstanceAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        Answer();
        Costs.Looked();
        if (Blind > 0)
        {
            Blind--;
            return Task.FromResult<OrchestrationMetadata?>(null);
        }

        return Task.FromResult(instances.TryGetValue(instanceId, out var found)
            ? new OrchestrationMetadata(found.Workflow, instanceId) { RuntimeStatus = found.Status, SerializedCustomStatus = found.CustomStatus }
            : null);
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        GetInstanceAsync(instanceId, getInputsAndOutputs, cancellation);

    private DateTime Now => clock.Now.ToDateTimeUtc();

    private void Answer()
    {
        if (Unreachable || Crashes.Here())
        {
            throw new InvalidOperationException("The task hub does not answer.");
        }
    }

    private void Begin(VirtualInstance instance, string input, IEnumerable<HistoryRow> carried)
    {
        instance.Generation++;
        instance.History = [];
        instance.Inbox.Insert(0, new HistoryRow(RowKind.ExecutionStarted, Now, null, instance.Workflow, input));
        instance.Inbox.InsertRange(1, carried);
    }

    /// <summary>One step of an orchestrator: replay, then commit what is new.</summary>
    private void Step(VirtualInstance instance)
    {
        var orchestrator = Orchestrator.All[instance.Workflow];
        var history = new List<HistoryRow>(instance.History) { new(RowKind.OrchestratorStarted, Now) };
        history.AddRange(instance.Inbox);
        var (context, ended) = Replay.Run(orchestrator, instance.Id, history, instance.History.Count);
        if (Crashes.Here())
        {
            // Died before the commit: the messages are still there and the step is repeated.
            return;
        }

        var planned = instance.History.Count(row => row.Kind is RowKind.TaskScheduled or RowKind.TimerCreated);
        var fresh = context.Actions.Skip(planned).ToList();
        if (Crashes.Here())
        {
            // Messages are sent before the history is committed: if the process died between the two, they are sent twice.
            Send(instance, fresh);
            return;
        }

        var received = instance.Inbox.Count;
        instance.Inbox.Clear();
        history.AddRange(fresh.Select(action => new HistoryRow(action.Kind, Now, action.Id, action.Name, action.Payload)));
        if (ended)
        {
            Assert.True(!context.Open.Any(), $"{instance.Id} ended with a timer or an activity still running.");
            history.Add(new HistoryRow(RowKind.ExecutionCompleted, Now, null, null, context.NextInput));
        }

        history.Add(new HistoryRow(RowKind.OrchestratorCompleted, Now));
        Replay.Run(orchestrator, instance.Id, history, history.Count);
        instance.History = history;
        instance.CustomStatus = Measured(context.CustomStatus);

        // One row more than the history: the provider's sentinel.
        MostRows = Math.Max(MostRows, history.Count + 1);
        Costs.Stepped(received, fresh.Count + (ended && context.NextInput is not null ? 1 : 0));
        if (ended)
        {
            End(instance, context);
            return;
        }

        instance.Status = OrchestrationRuntimeStatus.Running;
        Send(instance, fresh);
    }

    private void End(VirtualInstance instance, ReplayContext context)
    {
        instance.Past.Add(instance.History);
        if (context.NextInput is { } next)
        {
            Begin(
                instance,
                Measured(next),
                context.KeepsEvents ? context.Unclaimed.Select(kept => new HistoryRow(RowKind.EventRaised, Now, null, kept.Name, kept.Payload)) : []);
        }
        else
        {
            instance.Status = OrchestrationRuntimeStatus.Completed;
            instance.Inbox.Clear();
        }
    }

    private void Send(VirtualInstance instance, List<PlannedAction> actions)
    {
        foreach (var action in actions)
        {
            if (action.Kind == RowKind.TimerCreated)
            {
                var at = NodaTime.Text.InstantPattern.ExtendedIso.Parse(action.Name).Value;
                timers.Enqueue((instance, instance.Generation, action.Id), (at, number++));
            }
            else
            {
                Measured(action.Payload);
                work.Enqueue((instance, instance.Generation, action));
            }
        }
    }

    private async Task Work(VirtualInstance instance, int generation, PlannedAction action)
    {
        HistoryRow answer;
        try
        {
            if (ActivityFault(action.Name) is { } fault)
            {
                throw fault;
            }

            answer = new HistoryRow(RowKind.TaskCompleted, Now, action.Id, action.Name, Measured(await Activity(action.Name, action.Payload)));
        }
        catch (Exception fault) when (fault is not (NonDeterminismException or Xunit.Sdk.XunitException))
        {
            answer = new HistoryRow(RowKind.TaskFailed, Now, action.Id, action.Name);
        }

        if (Crashes.Here())
        {
            // Died before the answer was sent: the activity's message is still there and it runs again.
            return;
        }

        work.Dequeue();
        Costs.Worked();
        if (instance.Generation == generation && instance.IsLive)
        {
            instance.Inbox.Add(answer);
        }
    }

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(payload))]
    private string? Measured(string? payload)
    {
        LargestPayload = Math.Max(LargestPayload, System.Text.Encoding.UTF8.GetByteCount(payload ?? ""));
        return payload;
    }
}
