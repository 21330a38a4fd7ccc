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
    public sealed record LetterOfApology(StaffRef? Facilitator = null) : ConditionTerms
    {
        public override ConditionKind Kind => ConditionKind.Apology;
    }
}
