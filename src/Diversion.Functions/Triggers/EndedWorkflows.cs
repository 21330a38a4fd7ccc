using Diversion.Functions.WakeUps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Functions.Triggers;

/// <summary>
/// Every night, deletes the histories of workflows that ended four days ago. Not sooner, since messages of a timer may
/// still be on their way to one that has just ended. A few at a time, since a large purge runs into the function's time
/// limit. The history of an agreement is in its own events and stays.
/// </summary>
public sealed partial class EndedWorkflows(TaskHub hub, IClock clock, ILogger<EndedWorkflows> log)
{
    public const int MostInANight = 1000;

    private static readonly Duration Kept = Duration.FromDays(4);

    private static readonly OrchestrationRuntimeStatus[] Ended =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    [Function("PurgeEndedWorkflows")]
    public async Task Purge(
        [TimerTrigger("0 30 2 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        hub.Meet(client);
        var before = (clock.GetCurrentInstant() - Kept).ToDateTimeOffset();

        // The hub can be queried by the day of creation, not of the end; the former is never later than the latter.
        var purged = 0;
        await foreach (var ended in client.GetAllInstancesAsync(new OrchestrationQuery(CreatedTo: before, Statuses: Ended)).WithCancellation(cancellation))
        {
            if (ended.LastUpdatedAt > before)
            {
                continue;
            }

            await client.PurgeInstanceAsync(ended.InstanceId, cancellation);
            if (++purged == MostInANight)
            {
                break;
            }
        }

        LogPurged(purged);
    }

    [LoggerMessage(EventId = 5301, Level = LogLevel.Information, Message = "Purged {Workflows} workflows that had ended four days ago.")]
    private partial void LogPurged(int workflows);
}
