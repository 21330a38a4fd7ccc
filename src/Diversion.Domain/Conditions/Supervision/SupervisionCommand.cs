using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.Supervision;

public abstract record SupervisionCommand : ConditionCommand
{
    private SupervisionCommand()
    {
    }

    public override ConditionKind Kind => ConditionKind.Supervision;

    /// <summary>
    /// Meetings are scheduled and recorded as appointments. A period without a meeting, through nobody's fault, is excused.
    /// </summary>
    public sealed record ExcusePeriod(string ConditionId, int Period) : SupervisionCommand
    {
        internal override CommandSubject Subject => new(ConditionId, CommandSubject.Numbered(Period));

        internal override bool NeedsReason => true;

        internal override void Inspect(TextInspection texts) => texts.Id("conditionId", ConditionId);
    }
}
