using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Diversion.Functions.Workflows;

/// <summary>
/// A worn tag: waits for each event's review and, at the end of the term, the consent or the agreement, for its removal.
/// The only condition whose workflow continues after the agreement, so that every tag is removed.
/// </summary>
public static class TagMonitoringWorkflow
{
    [Function(nameof(TagMonitoringWorkflow))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, WorkflowTrack track) =>
        TrackCycle.Run(context, track);
}
