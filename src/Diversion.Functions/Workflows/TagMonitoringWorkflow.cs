using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Diversion.Functions.Workflows;

/// <summary>
/// A tag that is worn: waits for each event's review, and at the end of the term, or of the consent, or of the
/// agreement, for its removal. The one condition whose workflow outlives the agreement: no tag stays on.
/// </summary>
public static class TagMonitoringWorkflow
{
    [Function(nameof(TagMonitoringWorkflow))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, WorkflowTrack track) =>
        TrackCycle.Run(context, track);
}
