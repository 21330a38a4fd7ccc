namespace Diversion.Domain.Conditions;

public readonly partial record struct ConditionKind
{
    public static ConditionKind Compensation { get; } = new("compensation");
}

public abstract partial record ConditionTerms
{
    /// <summary>Money for the victim of the case. It is paid to them or to the court, never through the programme, which records it.</summary>
    /// <param name="Pence">In all.</param>
    /// <param name="Payments">In how many payments, all of the same amount; what cannot be divided is in the last.</param>
    /// <param name="EveryWeeks">From the signing to the first payment, and from each to the next.</param>
    public sealed record Compensation(int Pence, int Payments = 1, int EveryWeeks = 4) : ConditionTerms
    {
        public override ConditionKind Kind => ConditionKind.Compensation;
    }
}
