using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Compliance;

/// <summary>Attendance of meetings and sessions. Those that the service cancelled are left out and told.</summary>
/// <remarks>Meetings of one person are alike, so the intervals are somewhat too narrow; they serve to see patterns.</remarks>
public sealed record AttendanceMeasure(string Group, Figure Attended)
{
    public static ImmutableArray<AttendanceMeasure> ByWeekday(IEnumerable<PersonRow> people) =>
        Of(people, meeting => (int)meeting.At.DayOfWeek, day => ((IsoDayOfWeek)day).ToString());

    /// <summary>By the hour in which the meeting was to begin: <c>09:00</c>.</summary>
    public static ImmutableArray<AttendanceMeasure> ByHour(IEnumerable<PersonRow> people) => Of(people, meeting => meeting.At.Hour, hour => $"{hour:00}:00");

    /// <summary>Not randomised: reminders go to people who agreed to them.</summary>
    public static ImmutableArray<AttendanceMeasure> ByReminder(IEnumerable<PersonRow> people) =>
        Of(people, meeting => meeting.ReminderSent ? 0 : 1, sent => sent == 0 ? "reminder sent" : "no reminder");

    private static ImmutableArray<AttendanceMeasure> Of(IEnumerable<PersonRow> people, Func<Meeting, int> by, Func<int, string> name) =>
    [
        .. people.SelectMany(person => person.Course.Meetings).GroupBy(by).OrderBy(group => group.Key).Select(group =>
        {
            var counts = group.CountBy(meeting => meeting.Outcome).ToDictionary();
            var (attended, cancelled) = (counts.GetValueOrDefault(MeetingOutcome.Attended) + counts.GetValueOrDefault(MeetingOutcome.Late), counts.GetValueOrDefault(MeetingOutcome.CancelledByService));
            return new AttendanceMeasure(
                name(group.Key),
                Figure.Share(name(group.Key), "attended, also late ÷ meetings that the service did not cancel", attended, counts.Values.Sum() - cancelled, cancelled == 0 ? [] : [new("cancelled by the service", cancelled)]));
        }),
    ];
}
