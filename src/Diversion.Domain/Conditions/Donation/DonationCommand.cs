using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.Donation;

public abstract record DonationCommand : ConditionCommand
{
    private DonationCommand(string conditionId) => ConditionId = conditionId;

    public string ConditionId { get; init; }

    internal override CommandSubject Subject => new(ConditionId);

    public override ConditionKind Kind => ConditionKind.Donation;

    /// <summary>The person has given the whole amount to the charity.</summary>
    /// <param name="Receipt">What shows it: the number of the receipt or of the transfer.</param>
    public sealed record RecordDonation(string ConditionId, LocalDate On, string Receipt) : DonationCommand(ConditionId)
    {
        internal override void Inspect(TextInspection texts)
        {
            texts.Id("conditionId", ConditionId);
            texts.Line("receipt", Receipt, required: true);
        }
    }

    /// <summary>A donation was recorded that was not made, or not like this.</summary>
    public sealed record TakeBackDonation(string ConditionId) : DonationCommand(ConditionId)
    {
        internal override bool NeedsReason => true;

        internal override void Inspect(TextInspection texts) => texts.Id("conditionId", ConditionId);
    }
}
