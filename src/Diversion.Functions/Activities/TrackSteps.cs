using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Functions.WakeUps;
using Diversion.Functions.Workflows;
using NodaTime;

namespace Diversion.Functions.Activities;

internal static class TrackSteps
{
    /// <summary>
    /// Follow-up falls due years after the end. No workflow waits so long: the sweep starts it again shortly before
    /// (<see cref="Triggers.OverdueSweep"/>).
    /// </summary>
    private static readonly Duration Awaited = Duration.FromDays(2);

    /// <param name="state">Null when there is no such agreement: then nothing will ever happen.</param>
    /// <param name="track">A track's id.</param>
    public static TrackStep Of(AgreementState? state, string track, Instant now, IHubTime hubTime)
    {
        if (state is null)
        {
            return new TrackStep("no such agreement", null, 0, Over: true);
        }

        var phase = Phase.Of(state, track);
        return Agreement.OpenTracks(state).FirstOrDefault(open => open.Id == track) is { } found && !Sleeps(state, found, now)
            ? new TrackStep(phase, found.NextDue is { } due ? hubTime.Of(due).ToDateTimeUtc() : null, found.Escalated, Over: false)
            : new TrackStep(phase, null, 0, Over: true);
    }

    private static bool Sleeps(AgreementState state, Track open, Instant now) =>
        state.IsTerminal && open.NextDue > now + Awaited && Agreement.Due(state).All(static moment => moment.Rule == RuleIds.FollowUpResult);
}
