using Diversion.Casework.Agreements;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Functions.Workflows;
using Microsoft.Extensions.Logging;

namespace Diversion.Functions.WakeUps;

/// <summary>
/// Wakes workflows after a command on an agreement: each track on which something falls due earlier, and the agreement's
/// workflow for messages to deliver (<see cref="IChangeListener"/> tells the whole way). Other kinds of stream have no
/// workflows: <see cref="StreamWakeUps"/> passes their time. The command is durable by then, and its answer does not wait for the hub, which took 11 seconds for
/// the first command after a cold start. A lost wake-up only costs delay (a workflow checks by itself, a sweep finds what
/// is overdue), so errors of the hub are only logged.
/// </summary>
public sealed partial class WorkflowWakeUps(TaskHub hub, ILogger<WorkflowWakeUps> log) : IChangeListener, IAsyncDisposable
{
    /// <summary>If the hub has not answered by then, it will not, and the sweep takes over.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How many wake-ups may wait for a hub that does not answer; the sweep does the rest.</summary>
    private const int MostUnderWay = 1_000;

    private static readonly AsyncLocal<string?> Awake = new();

    private int underWay;

    /// <summary>
    /// Until disposed, changes in this flow of execution do not nudge that workflow: its activity is running, and it checks
    /// again by itself.
    /// </summary>
    public static IDisposable AwakeAs(WorkflowTrack track) => new WhileAwake(WorkflowIds.InstanceOf(track.Agreement, track.Track));

    /// <summary>Returns at once; the hub is called in the background.</summary>
    public ValueTask Changed(StreamChange change, CancellationToken cancellation = default)
    {
        if (change.Stream.Kind != AgreementKind.Instance)
        {
            return ValueTask.CompletedTask;
        }

        var agreement = new AgreementId(change.Stream.Id);
        var tracks = change.Moved.Where(move => move.IsEarlier).Select(move => (Track)move.Timer).ToList();
        if (change.HasMessages && tracks.TrueForAll(track => track.Id != Tracks.Agreement))
        {
            tracks.Add(AgreementItself);
        }

        tracks.RemoveAll(track => WorkflowIds.InstanceOf(agreement.Value, track.Id) == Awake.Value);
        foreach (var track in tracks)
        {
            _ = WakeBehind(agreement, track);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Waits for the wake-ups in progress, each of which has a time limit: when the worker stops, and in tests.</summary>
    public async ValueTask DisposeAsync()
    {
        while (Volatile.Read(ref underWay) > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }

    /// <summary>Starts or nudges the agreement's own workflow, which passes time on the whole agreement and delivers.</summary>
    /// <returns>False when the hub did not answer.</returns>
    public Task<bool> StartOrNudge(AgreementId agreement, CancellationToken cancellation) =>
        Wake(agreement, AgreementItself, StartOrNudge, cancellation);

    /// <summary>Starts the agreement's own workflow if it does not run: what it waits for falls due soon.</summary>
    public Task<bool> EnsureRunning(AgreementId agreement, CancellationToken cancellation) =>
        Wake(agreement, AgreementItself, Start, cancellation);

    /// <summary>Starts or nudges the workflow of each of these tracks.</summary>
    public Task StartOrNudge(AgreementId agreement, IEnumerable<Track> tracks, CancellationToken cancellation) =>
        Task.WhenAll(tracks.Select(track => Wake(agreement, track, StartOrNudge, cancellation)));

    /// <summary>Starts those of the workflows that are not running.</summary>
    public Task EnsureRunning(AgreementId agreement, IEnumerable<Track> tracks, CancellationToken cancellation) =>
        Task.WhenAll(tracks.Select(track => Wake(agreement, track, Start, cancellation)));

    private static Track AgreementItself { get; } = new(Tracks.Agreement, null, null, 0);

    private static async Task StartOrNudge(WorkflowInstances instances, AgreementId agreement, Track track, CancellationToken cancellation)
    {
        if (!await instances.Start(agreement, track, cancellation))
        {
            await instances.Nudge(agreement, track, cancellation);
        }
    }

    private static Task Start(WorkflowInstances instances, AgreementId agreement, Track track, CancellationToken cancellation) =>
        instances.Start(agreement, track, cancellation);

    /// <summary>The request that changed the agreement may end, or be aborted, before the hub answers.</summary>
    private async Task WakeBehind(AgreementId agreement, Track track)
    {
        if (Interlocked.Increment(ref underWay) > MostUnderWay)
        {
            LogTooMany(agreement.Value, track.Id);
        }
        else
        {
            await Wake(agreement, track, StartOrNudge, CancellationToken.None);
        }

        Interlocked.Decrement(ref underWay);
    }

    private async Task<bool> Wake(
        AgreementId agreement,
        Track track,
        Func<WorkflowInstances, AgreementId, Track, CancellationToken, Task> wake,
        CancellationToken cancellation)
    {
        if (hub.Client is not { } client)
        {
            LogNoClient(agreement.Value, track.Id);
            return false;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await wake(new WorkflowInstances(client), agreement, track, patience.Token);
            return true;
        }
        catch (Exception fault)
        {
            LogNotWoken(agreement.Value, track.Id, fault.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(EventId = 5001, Level = LogLevel.Warning, Message = "The workflow of {Agreement}, {Track}, was not woken: this worker has not met the task hub yet. The sweep finds what is overdue.")]
    private partial void LogNoClient(string agreement, string track);

    [LoggerMessage(EventId = 5002, Level = LogLevel.Warning, Message = "The workflow of {Agreement}, {Track}, was not woken ({Fault}). The sweep finds what is overdue; should this go on, look at the task hub's storage.")]
    private partial void LogNotWoken(string agreement, string track, string fault);

    [LoggerMessage(EventId = 5003, Level = LogLevel.Warning, Message = "The workflow of {Agreement}, {Track}, was not woken: too many wake-ups wait for the task hub. The sweep finds what is overdue; should this go on, look at the task hub's storage.")]
    private partial void LogTooMany(string agreement, string track);

    private sealed class WhileAwake : IDisposable
    {
        private readonly string? before = Awake.Value;

        public WhileAwake(string instance) => Awake.Value = instance;

        public void Dispose() => Awake.Value = before;
    }
}
