using Diversion.Domain;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Diversion.Functions.Workflows;

/// <summary>
/// Sets up what was signed: waits for the first meeting, the placement, the place on a course, the tag's consent and fitting, the pathway's
/// referral and acceptance, and the first contact with the victim, and chases whatever is late. Ends when everything is set
/// up; a variation, or a provider who declines, starts it again.
/// </summary>
public static class ConditionSetupWorkflow
{
    public static PhaseDeclaration Phase { get; } = new()
    {
        WaitsFor =
        [
            RuleIds.SupervisionFirst, RuleIds.ReparationPlacement, RuleIds.TagFit, RuleIds.CourseBooked, RuleIds.PathwayReferral, RuleIds.PathwayAcceptance, RuleIds.RestorativeContact,
        ],
        EndsWith = "everything that was signed is set up, or the agreement has ended",
    };

    [Function(nameof(ConditionSetupWorkflow))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, WorkflowTrack track) =>
        TrackCycle.Run(context, track);
}
