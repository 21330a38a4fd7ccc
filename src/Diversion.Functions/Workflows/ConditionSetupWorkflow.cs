using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Diversion.Functions.Workflows;

/// <summary>
/// Arranging what was signed: waits for the first meeting, the placement, the tag's consent and fitting, the pathway's
/// referral and acceptance, the first contact with the victim, and chases whoever is late with one. Ends when
/// everything is arranged; a variation, or a provider who declines, starts it again.
/// </summary>
public static class ConditionSetupWorkflow
{
    [Function(nameof(ConditionSetupWorkflow))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, WorkflowTrack track) =>
        TrackCycle.Run(context, track);
}
