using Microsoft.DurableTask;

namespace Diversion.Functions.Workflows;

/// <summary>How workflows call activities: again after a while when they fail, and never failing themselves.</summary>
public static class Attempts
{
    /// <summary>After the last attempt a workflow waits this long (or for a nudge) and begins anew. Nothing is lost meanwhile: the store knows what is due.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Few, so that a generation's history stays short; an outage that lasts longer is sat out in pauses.</summary>
    public static readonly TaskOptions Three = AtMost(3);

    /// <summary>For what has waits of its own in the store.</summary>
    public static readonly TaskOptions Two = AtMost(2);

    /// <returns>What the activity answered; null when it failed to the last.</returns>
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
