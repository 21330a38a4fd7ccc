using Diversion.Domain.Agreements;

namespace Diversion.Domain.Breach;

public abstract record BreachEvent : AgreementEvent
{
    private BreachEvent()
    {
    }

    public sealed record FailureRecorded(string FailureId, string? ConditionId, FailureKind Kind, Instant At) : BreachEvent;

    public sealed record FailureAnnulled(string FailureId) : BreachEvent;

    /// <param name="FailureId">The failure that brought it; null when a lead gave it while deciding a breach.</param>
    public sealed record WarningIssued(int Number, WarningLevel Level, string? FailureId, Instant At) : BreachEvent;

    public sealed record WarningWithdrawn(int Number) : BreachEvent;

    public sealed record ViolenceRecorded(string IncidentId, LocalDate OccurredOn) : BreachEvent;

    /// <param name="ChargeByAlerts">When it is raised again while undecided, ascending.</param>
    public sealed record BreachProposed(
        int Number,
        BreachCause Cause,
        string ProposerId,
        Role ProposerRole,
        Instant At,
        Deadline Decide,
        ImmutableArray<Instant> ChargeByAlerts) : BreachEvent;

    public sealed record ChargeByAlerted(int Number, int DaysLeft, Instant At) : BreachEvent;

    public sealed record BreachDecided(int Number, BreachDecision Decision, string DeciderId, Instant At) : BreachEvent;

    public sealed record AgreementBreached(int Number, string DeciderId, Instant At) : BreachEvent;
}

public enum WarningLevel
{
    First,
    Final,
}

public enum FailureKind
{
    AppointmentMissed,
    EvidenceNotProvided,
    TagViolation,
    ConditionFailed,
    Other,
}

public enum BreachCause
{
    UnexcusedFailures,
    ProvedReoffending,
    TagCut,
    Violence,

    /// <summary>The term and the time for settling are over and the person has not kept a condition.</summary>
    ConditionsNotKept,

    /// <summary>A worker's own judgement, with the reason.</summary>
    Judgement,
}
