using Diversion.Casework.Timekeeping;
using Diversion.Functions.WakeUps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Diversion.Functions.Triggers;

/// <summary>
/// Every hour, finds the commits that a crash left half applied and completes them. Usually the next command or wake-up has done
/// so long before; but nobody may have come back to a new case whose index rows are what is missing.
/// </summary>
public sealed partial class CommitRepair(OverdueStreams overdue, StreamWakeUps wakeUps, TaskHub hub, ILogger<CommitRepair> log)
{
    private const int AtOnce = 16;

    [Function(nameof(CommitRepair))]
    public async Task Run([TimerTrigger("20 17 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        hub.Meet(client);
        var completed = await overdue.Complete(cancellation);
        if (completed.Count > 0)
        {
            LogCompleted(completed.Count);
        }

        await Parallel.ForEachAsync(
            completed, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (stream, stop) => await wakeUps.Wake(stream, stop));
    }

    [LoggerMessage(EventId = 5202, Level = LogLevel.Warning, Message = "A crash had left {Streams} commits half applied. They are complete now.")]
    private partial void LogCompleted(int streams);
}
