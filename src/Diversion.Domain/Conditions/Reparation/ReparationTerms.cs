namespace Diversion.Domain.Conditions;

public readonly partial record struct ConditionKind
{
    public static ConditionKind Reparation { get; } = new("reparation");
}

public abstract partial record ConditionTerms
{
    /// <param name="Hours">Null takes the scheme's default.</param>
    public sealed record Reparation(int? Hours = null, string? Provider = null) : ConditionTerms
    {
        public override ConditionKind Kind => ConditionKind.Reparation;
    }
}
