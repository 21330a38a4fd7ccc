using Diversion.Domain.Conditions;

namespace Diversion.Domain.Agreements;

/// <summary>Divides an agreement's time into tracks.</summary>
internal static class TimeTracks
{
    /// <summary>Every track that is not over, the agreement's own first.</summary>
    public static List<Track> Open(AgreementState state)
    {
        var tracks = new List<Track>(state.Conditions.Length + 2) { new(Tracks.Agreement, null, null, 0), new(Tracks.Setup, null, null, 0) };
        foreach (var condition in state.Conditions)
        {
            if (ConditionKinds.RulesOf(condition.Kind).HasTrack)
            {
                tracks.Add(new Track(condition.Id, condition.Kind, null, 0));
            }
        }

        foreach (var moment in DueMoments.Of(state))
        {
            var at = IndexOf(tracks, state, moment.Track, moment.Rule);
            if (tracks[at].NextDue is not { } earlier || moment.At < earlier)
            {
                tracks[at] = tracks[at] with { NextDue = moment.At };
            }
        }

        foreach (var open in state.Obligations)
        {
            if (open.IsOverdue)
            {
                var at = IndexOf(tracks, state, open.Track, open.Deadline.Rule);
                tracks[at] = tracks[at] with { Escalated = tracks[at].Escalated + 1 };
            }
        }

        tracks.RemoveAll(track => track.NextDue is null && IsOver(state, track.Id));
        return tracks;
    }

    private static int IndexOf(List<Track> tracks, AgreementState state, string about, string rule)
    {
        var id = KeeperOf(state, about, rule);
        return tracks.FindIndex(track => track.Id == id);
    }

    /// <summary>
    /// The set-up track has every set-up deadline; a condition has its own deadlines; checks, the victim and everything
    /// else belong to the agreement.
    /// </summary>
    public static string KeeperOf(AgreementState state, string about, string rule)
    {
        if (state.ConditionOrNull(about) is not { } condition)
        {
            return Tracks.Agreement;
        }

        var rules = ConditionKinds.RulesOf(condition.Kind);
        if (rules.SetUpBy.Contains(rule))
        {
            return Tracks.Setup;
        }

        return rules.HasTrack ? condition.Id : Tracks.Agreement;
    }

    /// <summary>Whether a track on which nothing is due is over.</summary>
    private static bool IsOver(AgreementState state, string track) => track switch
    {
        Tracks.Agreement => state.IsTerminal,
        Tracks.Setup => true,
        _ => !state.Status.IsRunning() || state.ConditionOrNull(track) is not { IsOpen: true },
    };
}
