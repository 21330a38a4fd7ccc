using Microsoft.DurableTask;

namespace Diversion.Functions.Workflows;

/// <summary>How workflows call activities: failures are retried after a while, and the workflow itself never fails.</summary>
public static class Attempts
{
    /// <summary>
    /// After the last attempt a workflow waits this long (or for a nudge) and starts again. Nothing is lost in the
    /// meantime: the store knows what is due.
    /// </summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Few, so that a generation's history stays short; a longer outage is bridged by these pauses.</summary>
    public static readonly TaskOptions Three = AtMost(3);

    /// <summary>For an activity that has its own waits in the store.</summary>
    public static readonly TaskOptions Two = AtMost(2);

    /// <returns>What the activity answered; null when every attempt failed.</returns>
    public static async Task<TAnswer?> Call<TAnswer>(
        TaskOrchestrationContext context, string activity, WorkflowTrack input, TaskOptions attempts)
        where TAnswer : class
    {
        try
        {
            return await context.CallActivityAsync<TAnswer>(activity, input, attempts);
        }
        catch (TaskFailedException)
        {
            return null;
        }
    }

    private static TaskOptions AtMost(int attempts) => TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: attempts,
        firstRetryInterval: TimeSpan.FromSeconds(10),
        backoffCoefficient: 6,
        maxRetryInterval: TimeSpan.FromMinutes(5),
        retryTimeout: TimeSpan.FromMinutes(30)));
}
