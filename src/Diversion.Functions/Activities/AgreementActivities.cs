using Diversion.Casework.Agreements;
using Diversion.Casework.Delivery;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Functions.WakeUps;
using Diversion.Functions.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace Diversion.Functions.Activities;

/// <summary>What an agreement's own workflow calls.</summary>
public sealed class AgreementActivities(PassageOfTime time, OutboxDelivery delivery, WorkflowWakeUps wakeUps, TaskHub hub, IClock clock, IHubTime hubTime)
{
    /// <summary>Passes time, makes sure that every other open track has its workflow, and returns the status of the agreement.</summary>
    [Function(ActivityNames.AdvanceAgreement)]
    public async Task<TrackStep> AdvanceAgreement(
        [ActivityTrigger] WorkflowTrack track, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        hub.Meet(client);
        using var awake = WorkflowWakeUps.AwakeAs(track);
        var agreement = new AgreementId(track.Agreement);
        var state = await time.On(agreement, cancellation);
        if (state is not null)
        {
            await wakeUps.EnsureRunning(agreement, Agreement.OpenTracks(state).Where(open => open.Id != Tracks.Agreement), cancellation);
        }

        return TrackSteps.Of(state, track.Track, clock.GetCurrentInstant(), hubTime);
    }

    /// <summary>Delivers the agreement's messages; a message that keeps failing ends up in the lead's inbox.</summary>
    [Function(ActivityNames.DeliverOutbox)]
    public async Task<OutboxStep> DeliverOutbox(
        [ActivityTrigger] WorkflowTrack track, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        hub.Meet(client);
        using var awake = WorkflowWakeUps.AwakeAs(track);
        var next = await delivery.RunFor(new StreamId(AgreementKind.Instance, track.Agreement), clock.GetCurrentInstant(), cancellation);
        return new OutboxStep(next is { } retry ? hubTime.Of(retry).ToDateTimeUtc() : null);
    }
}
