using Microsoft.DurableTask;

namespace Diversion.Functions.Workflows;

/// <summary>
/// The cycle of every track's workflow: pass time, show the status of the track, wait for the next instant or a nudge,
/// continue as new. The domain knows what is due and what follows; a workflow only says when to check.
/// </summary>
/// <remarks>Each wake-up is a generation of its own, so changed code meets no history older than three days. Changing the order
/// of calls still breaks the generations that are waiting: the recorded histories in the tests show it.
/// </remarks>
public static class TrackCycle
{
    public static async Task Run(TaskOrchestrationContext context, WorkflowTrack track)
    {
        var step = await Attempts.Call<TrackStep>(context, ActivityNames.AdvanceTrack, track, Attempts.Three);
        Show(context, step);
        if (step is not { Over: true })
        {
            await BeginAnew(context, track, step is null ? context.CurrentUtcDateTime + Attempts.Pause : step.NextDue);
        }
    }

    /// <param name="step">Null when passing time failed.</param>
    public static void Show(TaskOrchestrationContext context, TrackStep? step) => context.SetCustomStatus(step is null
        ? new WorkflowStatus("failing: looked at again within the hour", null, 0)
        : new WorkflowStatus(step.Phase, step.NextDue, step.OpenEscalations));

    /// <summary>Events that arrived in the meantime are kept for the next generation.</summary>
    public static async Task BeginAnew(TaskOrchestrationContext context, WorkflowTrack track, DateTime? next)
    {
        await WakeUp.Wait(context, next);
        context.ContinueAsNew(track, preserveUnprocessedEvents: true);
    }
}
