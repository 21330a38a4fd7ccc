using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions;

public readonly partial record struct ConditionKind
{
    public static ConditionKind Apology { get; } = new("letter-of-apology");
}

public abstract partial record ConditionTerms
{
    /// <summary>The person writes to the victim; the letter is checked before anybody gives it to them.</summary>
    /// <param name="Facilitator">Who checks it and speaks with the victim; the key worker where nobody is named.</param>
    /// <param name="Victim">The number of the victim to whom they write; may be left out when the case has only one.</param>
    public sealed record LetterOfApology(StaffRef? Facilitator = null, int? Victim = null) : ConditionTerms
    {
        public override ConditionKind Kind => ConditionKind.Apology;
    }
}
