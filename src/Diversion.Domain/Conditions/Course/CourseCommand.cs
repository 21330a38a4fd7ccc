using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.Course;

public abstract record CourseCommand : ConditionCommand
{
    private CourseCommand(string conditionId) => ConditionId = conditionId;

    public string ConditionId { get; init; }

    internal override CommandSubject Subject => new(ConditionId);

    public override ConditionKind Kind => ConditionKind.Course;

    /// <summary>The person has a place. Its sessions are scheduled and recorded as appointments.</summary>
    /// <param name="StartsOn">The first day of the course, within the term.</param>
    public sealed record BookCourse(string ConditionId, LocalDate StartsOn) : CourseCommand(ConditionId)
    {
        internal override void Inspect(TextInspection texts) => texts.Id("conditionId", ConditionId);
    }
}
