using Diversion.Domain.Agreements;
using Diversion.Functions.WakeUps;
using Diversion.Functions.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace Diversion.Functions.Activities;

/// <summary>What the workflows of set-up and of conditions call.</summary>
public sealed class TrackActivities(PassageOfTime time, TaskHub hub, IClock clock, IHubTime hubTime)
{
    /// <summary>Passes time, and returns the status of the track.</summary>
    [Function(ActivityNames.AdvanceTrack)]
    public async Task<TrackStep> AdvanceTrack(
        [ActivityTrigger] WorkflowTrack track, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        hub.Meet(client);
        using var awake = WorkflowWakeUps.AwakeAs(track);
        return TrackSteps.Of(await time.On(new AgreementId(track.Agreement), cancellation), track.Track, clock.GetCurrentInstant(), hubTime);
    }
}
