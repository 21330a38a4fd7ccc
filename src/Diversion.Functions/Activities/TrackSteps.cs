using Diversion.Domain.Agreements;
using Diversion.Functions.WakeUps;
using Diversion.Functions.Workflows;

namespace Diversion.Functions.Activities;

internal static class TrackSteps
{
    /// <param name="state">Null when there is no such agreement: then nothing will ever happen.</param>
    /// <param name="track">A track's id.</param>
    public static TrackStep Of(AgreementState? state, string track, IHubTime hubTime)
    {
        if (state is null)
        {
            return new TrackStep("no such agreement", null, 0, Over: true);
        }

        var phase = Phase.Of(state, track);
        return Agreement.OpenTracks(state).FirstOrDefault(open => open.Id == track) is { } found
            ? new TrackStep(phase, found.NextDue is { } due ? hubTime.Of(due).ToDateTimeUtc() : null, found.Escalated, Over: false)
            : new TrackStep(phase, null, 0, Over: true);
    }
}
