using Diversion.Casework.Keeping;
using Diversion.Domain.Agreements;
using Diversion.Functions.Workflows;
using Microsoft.Extensions.Logging;

namespace Diversion.Functions.WakeUps;

/// <summary>
/// Wakes workflows after a command: each track on which something falls due sooner, and the agreement's workflow for
/// what is to be delivered. The command is durable by then: a hub that does not answer costs delay (a workflow looks
/// at least once a day, a sweep finds what is overdue), so its faults are told in the log and go no further.
/// </summary>
public sealed partial class WorkflowWakeUps(TaskHub hub, ILogger<WorkflowWakeUps> log) : IChangeListener
{
    /// <summary>Whoever sent the command is not kept waiting for longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly AsyncLocal<string?> Awake = new();

    /// <summary>
    /// Until disposed, what happens in this flow of execution does not nudge that workflow: its activity is running, it
    /// looks again by itself.
    /// </summary>
    public static IDisposable AwakeAs(WorkflowTrack track) => new WhileAwake(WorkflowIds.InstanceOf(track.Agreement, track.Track));

    public async ValueTask Changed(AgreementChange change, CancellationToken cancellation = default)
    {
        var tracks = change.Sooner.ToList();
        if (change.HasMessages && tracks.TrueForAll(track => track.Id != Tracks.Agreement))
        {
            tracks.Add(AgreementItself);
        }

        tracks.RemoveAll(track => WorkflowIds.InstanceOf(change.Agreement.Value, track.Id) == Awake.Value);
        await Task.WhenAll(tracks.Select(track => Wake(change.Agreement, track, StartOrNudge, cancellation)));
    }

    /// <summary>Starts or nudges the agreement's own workflow, which lets time pass on the whole agreement and delivers.</summary>
    /// <returns>False when the hub did not answer.</returns>
    public Task<bool> StartOrNudge(AgreementId agreement, CancellationToken cancellation) =>
        Wake(agreement, AgreementItself, StartOrNudge, cancellation);

    /// <summary>Starts those of the workflows that do not run.</summary>
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

    [LoggerMessage(EventId = 5001, Level = LogLevel.Warning, Message = "The workflow of {Agreement}, {Track}, was not woken: this worker has not met the task hub yet. It looks by itself within a day.")]
    private partial void LogNoClient(string agreement, string track);

    [LoggerMessage(EventId = 5002, Level = LogLevel.Warning, Message = "The workflow of {Agreement}, {Track}, was not woken ({Fault}). It looks by itself within a day; should this go on, look at the task hub's storage.")]
    private partial void LogNotWoken(string agreement, string track, string fault);

    private sealed class WhileAwake : IDisposable
    {
        private readonly string? before = Awake.Value;

        public WhileAwake(string instance) => Awake.Value = instance;

        public void Dispose() => Awake.Value = before;
    }
}
