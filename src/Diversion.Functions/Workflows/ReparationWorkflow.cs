using Diversion.Domain;
using Diversion.Domain.Agreements;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Diversion.Functions.Workflows;

/// <summary>
/// Hours of unpaid work: waits for half of them by the midpoint and all of them before the end, reminds the participant of
/// sessions, and chases the worker for the outcome of each.
/// </summary>
public static class ReparationWorkflow
{
    public static PhaseDeclaration Phase { get; } = new()
    {
        WaitsFor =
        [
            RuleIds.ReparationHalf, RuleIds.ReparationAll, RuleIds.AppointmentOutcome,
        ],
        TimeDoes = [DueKind.ParticipantReminded, DueKind.EvidenceAwaitedExpires],
        EndsWith = "all hours are credited, or the condition is closed, or the agreement has ended",
    };

    [Function(nameof(ReparationWorkflow))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, WorkflowTrack track) =>
        TrackCycle.Run(context, track);
}
