using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.Supervision;

public abstract record SupervisionEvent : ConditionKindEvent
{
    private SupervisionEvent()
    {
    }

    public override ConditionKind Kind => ConditionKind.Supervision;

    public sealed record SupervisionBegan(string ConditionId, Deadline FirstMeeting) : SupervisionEvent;

    /// <param name="From">First day.</param>
    /// <param name="To">Last day, inclusive.</param>
    /// <param name="EndsAt">The first instant after it.</param>
    public sealed record PeriodOpened(string ConditionId, int Period, LocalDate From, LocalDate To, Instant EndsAt, Deadline Meeting) : SupervisionEvent;

    /// <summary>The last period of the term has ended.</summary>
    public sealed record PeriodsEnded(string ConditionId) : SupervisionEvent;

    public sealed record PeriodExcused(string ConditionId, int Period) : SupervisionEvent;
}
