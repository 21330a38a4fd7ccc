using Diversion.Domain;
using Diversion.Domain.Agreements;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Diversion.Functions.Workflows;

/// <summary>
/// A worn tag: waits for each event's review and, at the end of the term, the consent or the agreement, for its removal.
/// The only condition whose workflow continues after the agreement, so that every tag is removed.
/// </summary>
public static class TagMonitoringWorkflow
{
    public static PhaseDeclaration Phase { get; } = new()
    {
        WaitsFor =
        [
            RuleIds.TagReview, RuleIds.TagTamperReview, RuleIds.TagRemoval,
        ],
        TimeDoes = [DueKind.TagWearEnds],
        OutlivesTheAgreement = true,
        EndsWith = "the tag is removed",
    };

    [Function(nameof(TagMonitoringWorkflow))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, WorkflowTrack track) =>
        TrackCycle.Run(context, track);
}
