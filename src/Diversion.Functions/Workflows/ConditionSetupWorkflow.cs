using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Diversion.Functions.Workflows;

/// <summary>
/// Sets up what was signed: waits for the first meeting, the placement, the tag's consent and fitting, the pathway's
/// referral and acceptance, and the first contact with the victim, and chases whatever is late. Ends when everything is set
/// up; a variation, or a provider who declines, starts it again.
/// </summary>
public static class ConditionSetupWorkflow
{
    [Function(nameof(ConditionSetupWorkflow))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, WorkflowTrack track) =>
        TrackCycle.Run(context, track);
}
