using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions;

/// <summary>What happens alike to conditions of every kind.</summary>
public abstract record ConditionEvent : AgreementEvent
{
    private ConditionEvent()
    {
    }

    public sealed record ConditionKept(string ConditionId, Instant At) : ConditionEvent;

    public sealed record ConditionWaived(string ConditionId, Instant At) : ConditionEvent;

    public sealed record ConditionSubstituted(string ConditionId, string Successor, Instant At) : ConditionEvent;

    public sealed record ConditionFailed(string ConditionId, FailureCause Cause, string What, Instant At, Deadline Settle) : ConditionEvent;

    /// <summary>Through nobody's fault it cannot be kept as agreed: a lead waives or substitutes it.</summary>
    public sealed record ConditionBlocked(string ConditionId, string Why, Deadline Settle) : ConditionEvent;
}
