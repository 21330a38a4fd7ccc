namespace Diversion.Domain.Conditions;

public readonly partial record struct ConditionKind
{
    public static ConditionKind Donation { get; } = new("donation");
}

public abstract partial record ConditionTerms
{
    /// <summary>Money for a charity, only where the scheme allows it. The person pays the charity; the programme records it.</summary>
    /// <param name="Pence">In one payment.</param>
    /// <param name="Charity">Its name.</param>
    public sealed record Donation(int Pence, string Charity) : ConditionTerms
    {
        public override ConditionKind Kind => ConditionKind.Donation;
    }
}
