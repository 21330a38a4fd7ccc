using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.Course;

public abstract record CourseEvent : ConditionKindEvent
{
    private CourseEvent()
    {
    }

    public override ConditionKind Kind => ConditionKind.Course;

    /// <param name="Book">By when the person has a place.</param>
    /// <param name="Done">By when the sessions are attended.</param>
    public sealed record CourseBegan(
        string ConditionId, string CourseId, string Title, int Sessions, int LeastSessions, string? Provider, Deadline Book, Deadline Done) : CourseEvent;

    public sealed record CourseBooked(string ConditionId, LocalDate StartsOn) : CourseEvent;
}
