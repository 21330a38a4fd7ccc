using Diversion.Casework.Timekeeping;
using Diversion.Functions.WakeUps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Functions.Triggers;

/// <summary>
/// Every five minutes, finds what should have happened and has not, because a nudge or a workflow was lost. It only wakes
/// workflows, which do the work.
/// </summary>
public sealed partial class OverdueSweep(OverdueAgreements overdue, WorkflowWakeUps wakeUps, TaskHub hub, IClock clock, ILogger<OverdueSweep> log)
{
    /// <summary>A workflow wakes within seconds of its instant, or within a minute if the app has to be started first.</summary>
    private static readonly Duration Grace = Duration.FromMinutes(3);

    private const int AtOnce = 16;

    [Function(nameof(OverdueSweep))]
    public async Task Run(
        [TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        hub.Meet(client);
        var agreements = await overdue.Find(clock.GetCurrentInstant() - Grace, cancellation);
        if (agreements.Count == 0)
        {
            return;
        }

        LogFound(agreements.Count, Grace.TotalMinutes);
        await Parallel.ForEachAsync(
            agreements,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (agreement, stop) => await wakeUps.StartOrNudge(agreement, stop));
    }

    // An alert searches for the beginning of this sentence (infra-bicep).
    [LoggerMessage(EventId = 5201, Level = LogLevel.Warning, Message = "Overdue sweep found work: {Agreements} agreements overdue by more than {Minutes} minutes are woken.")]
    private partial void LogFound(int agreements, double minutes);
}
