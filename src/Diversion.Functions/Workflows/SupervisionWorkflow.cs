using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Diversion.Functions.Workflows;

/// <summary>
/// Meetings with the key worker: opens each week or fortnight as the one before it ends, reminds the participant, waits for
/// outcomes and for evidence of a missed meeting, and chases the worker for a meeting that was not held.
/// </summary>
public static class SupervisionWorkflow
{
    [Function(nameof(SupervisionWorkflow))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, WorkflowTrack track) =>
        TrackCycle.Run(context, track);
}
