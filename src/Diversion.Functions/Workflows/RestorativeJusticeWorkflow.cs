using Diversion.Domain;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Diversion.Functions.Workflows;

/// <summary>
/// The restorative process: once the victim was contacted, waits for the answer, the preparation and the conference,
/// exchange or letter, and chases the facilitator. A timer never asks anything of the victim.
/// </summary>
public static class RestorativeJusticeWorkflow
{
    public static PhaseDeclaration Phase { get; } = new()
    {
        WaitsFor =
        [
            RuleIds.RestorativeAnswer, RuleIds.RestorativeHeld,
        ],
        EndsWith = "the process is completed, or the condition is closed, or the agreement has ended",
    };

    [Function(nameof(RestorativeJusticeWorkflow))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, WorkflowTrack track) =>
        TrackCycle.Run(context, track);
}
