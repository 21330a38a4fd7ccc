using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.Apology;

public abstract record ApologyEvent : ConditionKindEvent
{
    private ApologyEvent()
    {
    }

    public override ConditionKind Kind => ConditionKind.Apology;

    /// <param name="Written">By when the person has written it.</param>
    public sealed record ApologyBegan(string ConditionId, int Victim, StaffRef? Facilitator, Deadline Written) : ApologyEvent;

    /// <param name="Check">By when it is checked.</param>
    public sealed record LetterWritten(string ConditionId, LocalDate On, Deadline Check) : ApologyEvent;

    /// <param name="Next">By when it is handed over or kept; or, if it is not fit, written anew.</param>
    public sealed record LetterChecked(string ConditionId, LocalDate On, bool Fit, Deadline Next) : ApologyEvent;

    public sealed record LetterEnded(string ConditionId, LocalDate On, LetterEnd End) : ApologyEvent;
}
