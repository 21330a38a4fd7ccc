namespace Diversion.Domain.Conditions;

public readonly partial record struct ConditionKind
{
    public static ConditionKind Supervision { get; } = new("supervision");
}

public abstract partial record ConditionTerms
{
    public sealed record Supervision : ConditionTerms
    {
        public override ConditionKind Kind => ConditionKind.Supervision;
    }
}
