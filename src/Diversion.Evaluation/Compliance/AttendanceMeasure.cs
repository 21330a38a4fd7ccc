using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Compliance;

/// <summary>Attendance of meetings and sessions. Those that the service cancelled are left out and told.</summary>
/// <remarks>Meetings of one person are alike, so the intervals are somewhat too narrow; they serve to see patterns.</remarks>
public sealed record AttendanceMeasure(string Group, Figure Attended)
{
    /// <summary>Hours are the most: 0 to 23.</summary>
    private const int Keys = 24;

    private static readonly int Outcomes = Enum.GetValues<MeetingOutcome>().Length;

    public static ImmutableArray<AttendanceMeasure> ByWeekday(IEnumerable<PersonRow> people) =>
        Of(people, meeting => (int)meeting.At.DayOfWeek, day => ((IsoDayOfWeek)day).ToString());

    /// <summary>By the hour in which the meeting was to begin: <c>09:00</c>.</summary>
    public static ImmutableArray<AttendanceMeasure> ByHour(IEnumerable<PersonRow> people) => Of(people, meeting => meeting.At.Hour, hour => $"{hour:00}:00");

    /// <summary>Not randomised: reminders go to people who agreed to them.</summary>
    public static ImmutableArray<AttendanceMeasure> ByReminder(IEnumerable<PersonRow> people) =>
        Of(people, meeting => meeting.ReminderSent ? 0 : 1, sent => sent == 0 ? "reminder sent" : "no reminder");

    /// <summary>Counts as it reads: a million meetings are not kept by group.</summary>
    private static ImmutableArray<AttendanceMeasure> Of(IEnumerable<PersonRow> people, Func<Meeting, int> by, Func<int, string> name)
    {
        var groups = new int[Keys][];
        foreach (var person in people)
        {
            foreach (var meeting in person.Course.Meetings)
            {
                var key = by(meeting);
                (groups[key] ??= new int[Outcomes])[(int)meeting.Outcome]++;
            }
        }

        return [.. groups.Index().Where(group => group.Item is not null).Select(group => Of(name(group.Index), group.Item))];
    }

    private static AttendanceMeasure Of(string name, int[] counts)
    {
        var (attended, cancelled) = (counts[(int)MeetingOutcome.Attended] + counts[(int)MeetingOutcome.Late], counts[(int)MeetingOutcome.CancelledByService]);
        return new(
            name,
            Figure.Share(name, "attended, also late ÷ meetings that the service did not cancel", attended, counts.Sum() - cancelled, cancelled == 0 ? [] : [new("cancelled by the service", cancelled)]));
    }
}
