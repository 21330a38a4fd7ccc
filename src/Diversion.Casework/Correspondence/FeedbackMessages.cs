using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Visits;

namespace Diversion.Casework.Correspondence;

/// <summary>
/// Whoever referred a person hears what came of it: at the first contact with a service, at its end, and when it was hard.
/// Nothing says who the person is or which service it is; the case has that for those who may read it.
/// </summary>
internal static class FeedbackMessages
{
    private const string FirstContact = "The person has taken up the support of a service: they have met or spoken for the first time.";

    public static void Attempted(MessageBuilder builder, PathwayEvent.PathwayContactAttempted e)
    {
        if (e.Attempt.Result == AttemptResult.Reached)
        {
            TookUp(builder, e.ConditionId);
        }
        else if (e.Decide is not null)
        {
            Tell(builder, "A service tried several times, in different ways, and has not reached the person yet. The key worker decides what is next; it does not count against the person. If you know how they are reached best, tell the key worker.");
        }
    }

    public static void Attended(MessageBuilder builder, AppointmentEvent.AttendanceRecorded e)
    {
        if (e.Attendance is Attendance.Attended or Attendance.Late && builder.State.ConditionOrNull(e.ConditionId) is PathwayCondition)
        {
            TookUp(builder, e.ConditionId);
        }
    }

    /// <summary>The first time; a correction of a later one is no news.</summary>
    public static void Visited(MessageBuilder builder, VisitEvent.VisitRecorded e)
    {
        if (e.Came && builder.State.Visits.Count(visit => visit.Status == VisitStatus.Came) == 1)
        {
            Tell(builder, FirstContact);
        }
    }

    public static void Completed(MessageBuilder builder) => Tell(builder, "The person has finished what they went to a service for.");

    /// <summary>Only the first contact is news.</summary>
    private static void TookUp(MessageBuilder builder, string conditionId)
    {
        var condition = builder.State.Condition<PathwayCondition>(conditionId);
        var met = condition.Attempts.Count(attempt => attempt.Result == AttemptResult.Reached)
            + condition.Appointments.Count(session => session.Status is AppointmentStatus.Attended or AppointmentStatus.Late);
        if (met == 1)
        {
            Tell(builder, FirstContact);
        }
    }

    private static void Tell(MessageBuilder builder, string news) => builder.ToStaff(builder.Recipients.Officer, "referral-feedback", ("news", news));
}
