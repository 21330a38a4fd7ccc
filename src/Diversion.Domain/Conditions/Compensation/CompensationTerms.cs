namespace Diversion.Domain.Conditions;

public readonly partial record struct ConditionKind
{
    public static ConditionKind Compensation { get; } = new("compensation");
}

public abstract partial record ConditionTerms
{
    /// <summary>Money for one victim of the case. It is paid to them or to the court, never through the programme, which records it.</summary>
    /// <param name="Pence">In all.</param>
    /// <param name="Payments">In how many payments, all of the same amount; what cannot be divided is in the last.</param>
    /// <param name="EveryWeeks">From the signing to the first payment, and from each to the next.</param>
    /// <param name="Victim">The number of the victim whom it is for; may be left out when the case has only one.</param>
    public sealed record Compensation(int Pence, int Payments = 1, int EveryWeeks = 4, int? Victim = null) : ConditionTerms
    {
        public const int MostPayments = 12;
        public const int MostWeeks = 52;

        public override ConditionKind Kind => ConditionKind.Compensation;
    }
}
