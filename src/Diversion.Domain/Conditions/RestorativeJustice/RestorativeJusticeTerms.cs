using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions;

public readonly partial record struct ConditionKind
{
    public static ConditionKind RestorativeJustice { get; } = new("restorative-justice");
}

public abstract partial record ConditionTerms
{
    public sealed record RestorativeJustice(StaffRef Facilitator) : ConditionTerms
    {
        public override ConditionKind Kind => ConditionKind.RestorativeJustice;
    }
}
