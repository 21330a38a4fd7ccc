using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.Compensation;

public abstract record CompensationEvent : ConditionKindEvent
{
    private CompensationEvent()
    {
    }

    public override ConditionKind Kind => ConditionKind.Compensation;

    /// <param name="EveryWeeks">As agreed; the dates follow from it.</param>
    public sealed record CompensationBegan(string ConditionId, int Victim, int Pence, int EveryWeeks, ImmutableArray<Instalment> Instalments) : CompensationEvent;

    public sealed record PaymentRecorded(string ConditionId, string PaymentId, int Pence, LocalDate On, string Receipt, Instant At) : CompensationEvent;

    /// <summary>The police recorded that the victim does not want the money, or wants it after all.</summary>
    public sealed record VictimChangedMind(string ConditionId, bool Wants) : CompensationEvent;

    public sealed record PaymentTakenBack(string ConditionId, string PaymentId, int Pence, Instant At) : CompensationEvent;
}
