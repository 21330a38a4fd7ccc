using Microsoft.DurableTask;

namespace Diversion.Functions.Workflows;

/// <summary>The one wait of every workflow.</summary>
public static class WakeUp
{
    /// <summary>The one event: check again, something may fall due sooner.</summary>
    public const string Nudge = "nudge";

    /// <summary>
    /// How long a generation may wait, so that a new version of the code meets only recent histories. It is not needed
    /// for lost nudges: the sweep finds what is overdue within minutes. The worker would cut a longer timer into slices of
    /// this length anyway.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3);

    /// <summary>
    /// A worker whose clock is behind finds nothing due at the instant it was woken for; it must not loop until its clock
    /// gets there.
    /// </summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Waits for the instant, a nudge, or <see cref="Longest"/>, whichever is first.</summary>
    public static async Task Wait(TaskOrchestrationContext context, DateTime? next)
    {
        var nudge = context.WaitForExternalEvent<bool>(Nudge);
        if (!nudge.IsCompleted)
        {
            await FirstOf(nudge, Until(context, next), context);
        }

        // However many arrived, they ask for one check, which is still to come.
        while (nudge.IsCompleted)
        {
            nudge = context.WaitForExternalEvent<bool>(Nudge);
        }
    }

    private static DateTime Until(TaskOrchestrationContext context, DateTime? next)
    {
        var soonest = context.CurrentUtcDateTime + Shortest;
        var latest = context.CurrentUtcDateTime + Longest;
        return next is not { } due || due > latest ? latest : due < soonest ? soonest : due;
    }

    private static async Task FirstOf(Task nudge, DateTime until, TaskOrchestrationContext context)
    {
        using var overtaken = new CancellationTokenSource();
        try
        {
            await Task.WhenAny(context.CreateTimer(until, overtaken.Token), nudge);
        }
        finally
        {
            // A timer that keeps running keeps the instance alive. Not CancelAsync: an orchestrator must stay on its own thread.
#pragma warning disable CA1849, MA0042
            overtaken.Cancel();
#pragma warning restore CA1849, MA0042
        }
    }
}
