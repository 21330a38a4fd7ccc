using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Compliance;

/// <summary>Attendance of meetings and sessions. Those that the service cancelled are left out and told.</summary>
/// <remarks>Meetings of one person are alike, so the intervals are somewhat too narrow; they serve to see patterns.</remarks>
public sealed record AttendanceMeasure(string Group, Figure Attended)
{
    private const int Weekdays = 8;
    private const int Hours = 24;

    private static readonly int Outcomes = Enum.GetValues<MeetingOutcome>().Length;

    public static ImmutableArray<AttendanceMeasure> ByWeekday(IEnumerable<PersonRow> people) => All(people).ByWeekday;

    /// <summary>By the hour in which the meeting was to begin: <c>09:00</c>.</summary>
    public static ImmutableArray<AttendanceMeasure> ByHour(IEnumerable<PersonRow> people) => All(people).ByHour;

    /// <summary>Not randomised: reminders go to people who agreed to them.</summary>
    public static ImmutableArray<AttendanceMeasure> ByReminder(IEnumerable<PersonRow> people) => All(people).ByReminder;

    /// <summary>All three, counted as they are read: of a million meetings none is kept by group, and none is read twice.</summary>
    public static (ImmutableArray<AttendanceMeasure> ByWeekday, ImmutableArray<AttendanceMeasure> ByHour, ImmutableArray<AttendanceMeasure> ByReminder) All(IEnumerable<PersonRow> people)
    {
        var (days, hours, reminders) = (new int[Weekdays * Outcomes], new int[Hours * Outcomes], new int[2 * Outcomes]);
        foreach (var person in people)
        {
            foreach (ref readonly var meeting in person.Course.Meetings.AsSpan())
            {
                var outcome = (int)meeting.Outcome;
                days[((int)meeting.At.DayOfWeek * Outcomes) + outcome]++;
                hours[(meeting.At.Hour * Outcomes) + outcome]++;
                reminders[((meeting.ReminderSent ? 0 : 1) * Outcomes) + outcome]++;
            }
        }

        return (Groups(days, day => ((IsoDayOfWeek)day).ToString()), Groups(hours, hour => $"{hour:00}:00"), Groups(reminders, sent => sent == 0 ? "reminder sent" : "no reminder"));
    }

    private static ImmutableArray<AttendanceMeasure> Groups(int[] counts, Func<int, string> name) =>
        [.. counts.Chunk(Outcomes).Index().Where(group => group.Item.Any(count => count > 0)).Select(group => Of(name(group.Index), group.Item))];

    private static AttendanceMeasure Of(string name, int[] counts)
    {
        var (attended, cancelled) = (counts[(int)MeetingOutcome.Attended] + counts[(int)MeetingOutcome.Late], counts[(int)MeetingOutcome.CancelledByService]);
        return new(
            name,
            Figure.Share(name, "attended, also late ÷ meetings that the service did not cancel", attended, counts.Sum() - cancelled, cancelled == 0 ? [] : [new("cancelled by the service", cancelled)]));
    }
}
