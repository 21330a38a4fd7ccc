using Diversion.Domain.Agreements;

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

/// <param name="FactsUsed">What the override rests on: with other facts it no longer stands.</param>
/// <param name="By">Null in cases from before it was kept, as <paramref name="At"/>.</param>
public sealed record OverriddenRule(string Rule, string Message, string FactsUsed, string Reason, StaffRef? By = null, Instant? At = null);

/// <param name="From">The band that was overridden.</param>
public sealed record OverriddenRisk(RiskBand Band, RiskBand? From = null, string? Reason = null, StaffRef? By = null, Instant? At = null);
