using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.Compensation;

public abstract record CompensationCommand : ConditionCommand
{
    private CompensationCommand(string conditionId) => ConditionId = conditionId;

    public string ConditionId { get; init; }

    internal override CommandSubject Subject => new(ConditionId);

    public override ConditionKind Kind => ConditionKind.Compensation;

    /// <summary>The person has paid, wholly or in part.</summary>
    /// <param name="PaymentId">Unique in the condition.</param>
    /// <param name="Amount">In pounds: <c>20</c> or <c>20.50</c>.</param>
    /// <param name="Receipt">What shows it: the number of a receipt or transfer, or that the victim said so.</param>
    public sealed record RecordPayment(string ConditionId, string PaymentId, string Amount, LocalDate On, string Receipt) : CompensationCommand(ConditionId)
    {
        internal override void Inspect(TextInspection texts)
        {
            texts.Id("conditionId", ConditionId);
            texts.Id("paymentId", PaymentId);
            texts.Line("amount", Amount, required: true);
            texts.Line("receipt", Receipt, required: true);
        }
    }

    /// <summary>A payment was recorded that was not made, or not like this.</summary>
    public sealed record TakeBackPayment(string ConditionId, string PaymentId) : CompensationCommand(ConditionId)
    {
        internal override CommandSubject Subject => new(ConditionId, PaymentId);

        internal override bool NeedsReason => true;

        internal override void Inspect(TextInspection texts)
        {
            texts.Id("conditionId", ConditionId);
            texts.Id("paymentId", PaymentId);
        }
    }
}
