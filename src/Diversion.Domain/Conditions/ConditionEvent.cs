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

    /// <summary>It was kept by an outcome that has been corrected: it is open again, and a lead is told.</summary>
    /// <param name="DueFrom">What fell due while it was closed is due then at the earliest.</param>
    public sealed record ConditionReopened(string ConditionId, Instant At, Instant DueFrom) : ConditionEvent;

    /// <summary>What had been done, or had fallen away, is to be done after all.</summary>
    public sealed record PromiseRenewed(string ConditionId, string Obligation, Deadline Deadline) : ConditionEvent;

    /// <summary>Through nobody's fault it cannot be kept as agreed: a lead waives or substitutes it.</summary>
    public sealed record ConditionBlocked(string ConditionId, string Why, Deadline Settle) : ConditionEvent;
}
