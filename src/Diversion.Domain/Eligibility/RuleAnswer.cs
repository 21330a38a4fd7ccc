namespace Diversion.Domain.Eligibility;

/// <param name="FactsUsed">The facts that the answer rests on, in words, without the person's name.</param>
public sealed record RuleAnswer(string Rule, Answer Answer, string Message, string FactsUsed);

public enum Answer
{
    NotKnown,
    Met,
    NotMet,
}

/// <summary>A sergeant takes the responsibility for a rule that is not met.</summary>
public sealed record RuleOverride(string Rule, string Reason);
