namespace Diversion.Domain.Conditions;

public readonly partial record struct ConditionKind
{
    public static ConditionKind Reparation { get; } = new("reparation");
}

public abstract partial record ConditionTerms
{
    /// <param name="Hours">Null takes the scheme's default.</param>
    /// <param name="Victim">The number of the victim for whom the work is; null for the community.</param>
    /// <param name="VictimAgreed">That victim said that they want it; required for work for a victim.</param>
    public sealed record Reparation(int? Hours = null, string? Provider = null, int? Victim = null, bool VictimAgreed = false) : ConditionTerms
    {
        public override ConditionKind Kind => ConditionKind.Reparation;
    }
}
