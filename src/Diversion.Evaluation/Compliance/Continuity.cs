using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Compliance;

/// <summary>Whether one trusted worker stayed with a person.</summary>
/// <param name="Share">Meetings held by the worker who held most of them ÷ meetings held; above 0 to 1.</param>
/// <param name="Changes">How often a meeting was held by another worker than the one before.</param>
public sealed record Continuity(double Share, int Changes)
{
    /// <summary>Of whom this thread looked at last: a list for each of a hundred thousand people is not needed.</summary>
    [ThreadStatic]
    private static List<Meeting>? Held;

    /// <returns>Null when no meeting was held. Sessions with a provider do not count.</returns>
    public static Continuity? Of(PersonRow person)
    {
        var held = Held ??= [];
        held.Clear();
        foreach (var meeting in person.Course.Meetings)
        {
            if (meeting is { IsSession: false, Outcome: MeetingOutcome.Attended or MeetingOutcome.Late })
            {
                held.Add(meeting);
            }
        }

        if (held.Count == 0)
        {
            return null;
        }

        // As a rule they come in order.
        if (!IsInOrder(held))
        {
            held.Sort(static (one, other) => one.At.CompareTo(other.At));
        }

        var (most, changes) = (0, 0);
        for (var i = 0; i < held.Count; i++)
        {
            changes += i > 0 && held[i].Worker != held[i - 1].Worker ? 1 : 0;
            most = Math.Max(most, CountOf(held, held[i].Worker));
        }

        return new((double)most / held.Count, changes);
    }

    private static bool IsInOrder(List<Meeting> held)
    {
        for (var i = 1; i < held.Count; i++)
        {
            if (held[i].At.CompareTo(held[i - 1].At) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int CountOf(List<Meeting> held, string worker)
    {
        var count = 0;
        foreach (var meeting in held)
        {
            count += meeting.Worker == worker ? 1 : 0;
        }

        return count;
    }
}
