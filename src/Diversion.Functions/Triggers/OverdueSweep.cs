using Diversion.Casework.Agreements;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Diversion.Functions.WakeUps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Functions.Triggers;

/// <summary>
/// Every five minutes, finds what should have happened and has not. For an agreement that means that a nudge or a workflow
/// was lost; other kinds of stream rely on the sweep. An agreement that has ended and is only followed up has no workflow
/// until shortly before something falls due: the sweep starts it.
/// </summary>
public sealed partial class OverdueSweep(OverdueStreams overdue, StreamWakeUps wakeUps, WorkflowWakeUps workflows, TaskHub hub, IClock clock, ILogger<OverdueSweep> log)
{
    /// <summary>A workflow wakes within seconds of its instant, or within a minute if the app has to be started first.</summary>
    private static readonly Duration Grace = Duration.FromMinutes(3);

    /// <summary>Longer than from one sweep to the next, so that nothing falls due unseen between two.</summary>
    private static readonly Duration Ahead = Duration.FromMinutes(12);

    private const int AtOnce = 16;

    [Function(nameof(OverdueSweep))]
    public async Task Run(
        [TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        hub.Meet(client);
        var found = await overdue.Find(clock.GetCurrentInstant() - Grace, cancellation);
        if (found.Count(stream => stream.Kind == AgreementKind.Instance) is var agreements and > 0)
        {
            LogFound(agreements, Grace.TotalMinutes);
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(found, parallel, async (stream, stop) => await wakeUps.Wake(stream, stop));

        var soon = await overdue.FindDue(clock.GetCurrentInstant() + Ahead, cancellation);
        await Parallel.ForEachAsync(
            soon.Except(found).Where(static stream => stream.Kind == AgreementKind.Instance),
            parallel,
            async (stream, stop) => await workflows.EnsureRunning(new AgreementId(stream.Id), stop));
    }

    // An alert searches for the beginning of this sentence (infra-bicep).
    [LoggerMessage(EventId = 5201, Level = LogLevel.Warning, Message = "Overdue sweep found work: {Agreements} agreements overdue by more than {Minutes} minutes are woken.")]
    private partial void LogFound(int agreements, double minutes);
}
