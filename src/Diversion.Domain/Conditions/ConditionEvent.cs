using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions;

/// <summary>What conditions of every kind have in common.</summary>
public abstract record ConditionEvent : AgreementEvent
{
    private ConditionEvent()
    {
    }

    public sealed record ConditionKept(string ConditionId, Instant At) : ConditionEvent;

    public sealed record ConditionWaived(string ConditionId, Instant At) : ConditionEvent;

    public sealed record ConditionSubstituted(string ConditionId, string Successor, Instant At) : ConditionEvent;

    public sealed record ConditionFailed(string ConditionId, FailureCause Cause, string What, Instant At, Deadline Settle) : ConditionEvent;

    /// <summary>It was kept because of an outcome that was corrected: it is open again, and a lead is told.</summary>
    /// <param name="DueFrom">The earliest time for anything that fell due while it was closed.</param>
    public sealed record ConditionReopened(string ConditionId, Instant At, Instant DueFrom) : ConditionEvent;

    /// <summary>An obligation that was done or no longer applied is due again.</summary>
    public sealed record ObligationRenewed(string ConditionId, string Obligation, Deadline Deadline) : ConditionEvent;

    /// <summary>Through nobody's fault it cannot be kept as agreed: a lead waives or substitutes it.</summary>
    public sealed record ConditionBlocked(string ConditionId, string Why, Deadline Settle) : ConditionEvent;
}
