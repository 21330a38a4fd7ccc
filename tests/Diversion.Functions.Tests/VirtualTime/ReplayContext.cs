using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diversion.Functions.Tests.VirtualTime;

/// <summary>An action of an orchestrator: an activity to run, or a timer.</summary>
internal sealed record PlannedAction(RowKind Kind, int Id, string Name, string? Payload)
{
    public bool Is(HistoryRow row) => row.Kind == Kind && row.Id == Id && row.Name == Name && row.Payload == Payload;
}

/// <summary>What an orchestrator sees: its own history, row by row. Fed by <see cref="Replay"/>.</summary>
internal sealed class ReplayContext(string workflow, string instance) : TaskOrchestrationContext
{
    private readonly Dictionary<int, TaskCompletionSource<string?>> open = [];
    private readonly Dictionary<string, Queue<string?>> unclaimed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Queue<TaskCompletionSource<string?>>> awaited = new(StringComparer.OrdinalIgnoreCase);
    private DateTime now;
    private bool replaying = true;

    public List<PlannedAction> Actions { get; } = [];

    /// <summary>Tasks and timers that have neither completed nor been cancelled.</summary>
    public IEnumerable<int> Open => open.Keys;

    public string? CustomStatus { get; private set; }

    /// <summary>The next generation's input; null when there is none.</summary>
    public string? NextInput { get; private set; }

    public bool KeepsEvents { get; private set; }

    public override TaskName Name => workflow;

    public override string InstanceId => instance;

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => now;

    public override bool IsReplaying => replaying;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    /// <summary>Events that nothing waited for.</summary>
    public IEnumerable<(string Name, string? Payload)> Unclaimed => unclaimed.SelectMany(name => name.Value.Select(payload => (name.Key, payload)));

    public void SetNow(DateTime instant, bool isReplaying)
    {
        now = instant;
        replaying = isReplaying;
    }

    public void Complete(int id, string? payload) => Take(id)?.SetResult(payload);

    public void Fail(int id, string activity) =>
        Take(id)?.SetException(new TaskFailedException(activity, id, new InvalidOperationException("The activity failed.")));

    public void Raise(string name, string? payload)
    {
        // As in the worker: an abandoned wait does not consume the event.
        while (awaited.TryGetValue(name, out var waits) && waits.TryDequeue(out var wait))
        {
            if (wait.TrySetResult(payload))
            {
                return;
            }
        }

        if (!unclaimed.TryGetValue(name, out var kept))
        {
            unclaimed[name] = kept = new Queue<string?>();
        }

        kept.Enqueue(payload);
    }

    public override T? GetInput<T>()
        where T : default => throw new NotSupportedException("Workflows take their input as a parameter.");

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        var policy = options?.Retry?.Policy;
        var began = now;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Payloads.Read<TResult>(await Schedule(RowKind.TaskScheduled, name.Name, Payloads.WriteInput(input)))!;
            }
            catch (TaskFailedException) when (policy is not null)
            {
                // As the worker does: after the last attempt it still sets a timer, which fires at once.
                var isLast = attempt == policy.MaxNumberOfAttempts || now - began >= policy.RetryTimeout;
                await CreateTimer(now + (isLast ? TimeSpan.Zero : Backoff(policy, attempt)), CancellationToken.None);
                if (isLast)
                {
                    throw;
                }
            }
        }
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        Assert.Equal(DateTimeKind.Utc, fireAt.Kind);
        var timer = Schedule(RowKind.TimerCreated, fireAt.ToString("O"), null, cancellationToken);
        await timer;
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        if (unclaimed.TryGetValue(eventName, out var kept) && kept.TryDequeue(out var payload))
        {
            return Payloads.Read<T>(payload)!;
        }

        var wait = new TaskCompletionSource<string?>();
        if (!awaited.TryGetValue(eventName, out var waits))
        {
            awaited[eventName] = waits = new Queue<TaskCompletionSource<string?>>();
        }

        waits.Enqueue(wait);
        using var given = cancellationToken.Register(() => wait.TrySetCanceled(cancellationToken));
        return Payloads.Read<T>(await wait.Task)!;
    }

    public override void SetCustomStatus(object? customStatus) => CustomStatus = Payloads.Write(customStatus);

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        NextInput = Payloads.Write(newInput);
        KeepsEvents = preserveUnprocessedEvents;
    }

    public override void SendEvent(string instanceId, string eventName, object payload) => throw new NotSupportedException();

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        throw new NotSupportedException("Workflows are siblings; none waits for another.");

    public override Guid NewGuid() => throw new NotSupportedException();

    private static TimeSpan Backoff(RetryPolicy policy, int attempt)
    {
        var wait = policy.FirstRetryInterval * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        return wait < policy.MaxRetryInterval ? wait : policy.MaxRetryInterval;
    }

    private Task<string?> Schedule(RowKind kind, string name, string? payload, CancellationToken cancellation = default)
    {
        var id = Actions.Count;
        var task = new TaskCompletionSource<string?>();
        Actions.Add(new PlannedAction(kind, id, name, payload));
        open[id] = task;
        cancellation.Register(() =>
        {
            if (open.Remove(id))
            {
                task.SetCanceled(cancellation);
            }
        });
        return task.Task;
    }

    private TaskCompletionSource<string?>? Take(int id) => open.Remove(id, out var task) ? task : null;
}
