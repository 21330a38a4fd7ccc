using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.Donation;

public abstract record DonationEvent : ConditionKindEvent
{
    private DonationEvent()
    {
    }

    public override ConditionKind Kind => ConditionKind.Donation;

    public sealed record DonationBegan(string ConditionId, int Pence, string Charity, Deadline By) : DonationEvent;

    public sealed record DonationMade(string ConditionId, LocalDate On, string Receipt, Instant At) : DonationEvent;

    public sealed record DonationTakenBack(string ConditionId, Instant At) : DonationEvent;
}
