namespace Diversion.Domain.Conditions;

public readonly partial record struct ConditionKind
{
    public static ConditionKind NoReoffending { get; } = new("no-reoffending");
}

public abstract partial record ConditionTerms
{
    public sealed record NoReoffending : ConditionTerms
    {
        public override ConditionKind Kind => ConditionKind.NoReoffending;
    }
}
