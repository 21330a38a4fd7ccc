using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Compliance;

/// <summary>Whether one trusted worker stayed with a person.</summary>
/// <param name="Share">Meetings held by the worker who held most of them ÷ meetings held; above 0 to 1.</param>
/// <param name="Changes">How often a meeting was held by another worker than the one before.</param>
public sealed record Continuity(double Share, int Changes)
{
    /// <returns>Null when no meeting was held. Sessions with a provider do not count.</returns>
    public static Continuity? Of(PersonRow person)
    {
        var held = person.Course.Meetings.Where(meeting => meeting is { IsSession: false, Outcome: MeetingOutcome.Attended or MeetingOutcome.Late }).OrderBy(meeting => meeting.At).Select(meeting => meeting.Worker).ToArray();
        return held.Length == 0
            ? null
            : new((double)held.CountBy(worker => worker, StringComparer.Ordinal).Max(pair => pair.Value) / held.Length, held.Zip(held.Skip(1)).Count(pair => pair.First != pair.Second));
    }
}
