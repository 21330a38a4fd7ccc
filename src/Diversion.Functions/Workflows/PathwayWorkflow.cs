using Diversion.Domain;
using Diversion.Domain.Agreements;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Diversion.Functions.Workflows;

/// <summary>
/// Support with one need, by a provider who has accepted: reminds the participant of sessions, waits for the outcome of
/// each and for evidence of a missed one, and for attempts to reach the person, until the provider closes the pathway. One instance per pathway.
/// </summary>
public static class PathwayWorkflow
{
    public static PhaseDeclaration Phase { get; } = new()
    {
        WaitsFor =
        [
            RuleIds.AppointmentOutcome, RuleIds.PathwayContact, RuleIds.PathwayContactNext,
        ],
        TimeDoes = [DueKind.ParticipantReminded, DueKind.EvidenceAwaitedExpires],
        EndsWith = "the provider closes the pathway, or the condition is closed, or the agreement has ended",
    };

    [Function(nameof(PathwayWorkflow))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, WorkflowTrack track) =>
        TrackCycle.Run(context, track);
}
