using Diversion.Domain.Agreements;

namespace Diversion.Domain.Eligibility;

/// <param name="FactsUsed">The facts that the answer is based on, in words, without the person's name.</param>
public sealed record RuleAnswer(string Rule, Answer Answer, string Message, string FactsUsed);

public enum Answer
{
    NotKnown,
    Met,
    NotMet,
}

/// <summary>A sergeant takes responsibility for a rule that is not met.</summary>
public sealed record RuleOverride(string Rule, string Reason);

/// <param name="FactsUsed">The facts it is based on: with other facts it is no longer valid.</param>
/// <param name="By">Null in cases from before this was stored, as is <paramref name="At"/>.</param>
public sealed record OverriddenRule(string Rule, string Message, string FactsUsed, string Reason, StaffRef? By = null, Instant? At = null);

/// <param name="From">The band that was overridden.</param>
public sealed record OverriddenRisk(RiskBand Band, RiskBand? From = null, string? Reason = null, StaffRef? By = null, Instant? At = null);
