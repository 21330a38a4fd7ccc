using Diversion.Domain.Agreements;
using Diversion.Functions.Workflows;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Diversion.Functions.WakeUps;

/// <summary>Starts and nudges workflow instances, one per track.</summary>
/// <remarks>Unless the statuses that must not be replaced are given, a second start may end or corrupt a running instance.
/// Most calls find their instance running, so it is checked first: a refused start is an error in the host's log. An event
/// for a missing instance is dropped by some backends and breaks others, so it comes last.
/// </remarks>
internal sealed class WorkflowInstances(DurableTaskClient client)
{
    private static readonly string[] NotToBeReplaced =
        [nameof(OrchestrationRuntimeStatus.Pending), nameof(OrchestrationRuntimeStatus.Running), nameof(OrchestrationRuntimeStatus.Suspended)];

    /// <returns>True when it was started; false when it existed.</returns>
    public async Task<bool> Start(AgreementId agreement, Track track, CancellationToken cancellation)
    {
        var instance = WorkflowIds.InstanceOf(agreement.Value, track.Id);
        if (await IsThere(instance, cancellation))
        {
            return false;
        }

        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                WorkflowIds.WorkflowOf(track),
                new WorkflowTrack(agreement.Value, track.Id),
                new StartOrchestrationOptions(instance) { DedupeStatuses = NotToBeReplaced },
                cancellation);
            return true;
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            // Another starter was first. Backends throw different exceptions for that, but the instance exists in each case.
            if (await IsThere(instance, cancellation))
            {
                return false;
            }

            throw;
        }
    }

    public Task Nudge(AgreementId agreement, Track track, CancellationToken cancellation) =>
        client.RaiseEventAsync(WorkflowIds.InstanceOf(agreement.Value, track.Id), WakeUp.Nudge, true, cancellation);

    /// <summary>Anything that has not ended exists, including an instance between two generations, which has a status of its own.</summary>
    private async Task<bool> IsThere(string instance, CancellationToken cancellation) =>
        await client.GetInstanceAsync(instance, getInputsAndOutputs: false, cancellation) is { } found
        && found.RuntimeStatus is not (OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated);
}
