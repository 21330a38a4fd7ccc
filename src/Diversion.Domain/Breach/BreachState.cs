using Diversion.Domain.Agreements;

namespace Diversion.Domain.Breach;

/// <summary>A proposal that waits for a lead.</summary>
/// <param name="AlertsSent">How many of <see cref="ChargeByAlerts"/> have fired.</param>
public sealed record BreachState(
    int Number,
    BreachCause Cause,
    string ProposerId,
    Role ProposerRole,
    Instant ProposedAt,
    Deadline Decide,
    ImmutableArray<Instant> ChargeByAlerts,
    int AlertsSent = 0)
{
    /// <summary>It was proposed because of a custody notice that has been corrected since and proves no reoffending any more.</summary>
    public bool ProofTakenBack { get; init; }
}

/// <summary>A proposal that a lead has decided.</summary>
public sealed record DecidedBreach(int Number, Instant ProposedAt, Instant DecidedAt, BreachDecision Decision);

/// <param name="Dealt">A warning or a decision has answered it.</param>
/// <param name="Annulled">Excused later, or its warning was withdrawn: it does not count.</param>
public sealed record Failure(string Id, string? ConditionId, FailureKind Kind, Instant At, bool Dealt = false, bool Annulled = false);

public sealed record Warning(int Number, WarningLevel Level, string? FailureId, Instant At, bool Withdrawn = false);
