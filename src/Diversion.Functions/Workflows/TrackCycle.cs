using Diversion.Functions.Activities;
using Microsoft.DurableTask;

namespace Diversion.Functions.Workflows;

/// <summary>
/// The life of every track's workflow: let time pass, show where the track stands, wait for the next instant or a
/// nudge, begin anew. What is due, and what comes of it, the domain knows; a workflow only says when to look.
/// </summary>
/// <remarks>
/// Each wake-up is a generation of its own, so code that changes meets no history older than a day. A change of the
/// order of calls still breaks the generations that are waiting: the recorded histories under the tests show it.
/// </remarks>
public static class TrackCycle
{
    public static async Task Run(TaskOrchestrationContext context, WorkflowTrack track)
    {
        var step = await Attempts.Call<TrackStep>(context, nameof(TrackActivities.AdvanceTrack), track, Attempts.Three);
        Show(context, step);
        if (step is not { Over: true })
        {
            await BeginAnew(context, track, step is null ? context.CurrentUtcDateTime + Attempts.Pause : step.NextDue);
        }
    }

    /// <param name="step">Null when time could not be made to pass.</param>
    public static void Show(TaskOrchestrationContext context, TrackStep? step) => context.SetCustomStatus(step is null
        ? new WorkflowStatus("failing: looked at again within the hour", null, 0)
        : new WorkflowStatus(step.Phase, step.NextDue, step.OpenEscalations));

    /// <summary>Events that came meanwhile are kept for the next generation.</summary>
    public static async Task BeginAnew(TaskOrchestrationContext context, WorkflowTrack track, DateTime? next)
    {
        await WakeUp.Wait(context, next);
        context.ContinueAsNew(track, preserveUnprocessedEvents: true);
    }
}
