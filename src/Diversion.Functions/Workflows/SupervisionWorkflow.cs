using Diversion.Domain;
using Diversion.Domain.Agreements;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Diversion.Functions.Workflows;

/// <summary>
/// Meetings with the key worker: opens each week or fortnight as the one before it ends, reminds the participant, waits for
/// outcomes and for evidence of a missed meeting, and chases the worker for a meeting that was not held.
/// </summary>
public static class SupervisionWorkflow
{
    public static PhaseDeclaration Phase { get; } = new()
    {
        WaitsFor =
        [
            RuleIds.SupervisionPeriod, RuleIds.AppointmentOutcome,
        ],
        TimeDoes = [DueKind.SupervisionPeriodEnds, DueKind.ParticipantReminded, DueKind.EvidenceAwaitedExpires],
        EndsWith = "the last period is settled, or the condition is closed, or the agreement has ended",
    };

    [Function(nameof(SupervisionWorkflow))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, WorkflowTrack track) =>
        TrackCycle.Run(context, track);
}
