using Diversion.Domain.Agreements;

namespace Diversion.Domain.Breach;

public abstract record BreachEvent : AgreementEvent
{
    private BreachEvent()
    {
    }

    /// <param name="At">When it was recorded.</param>
    /// <param name="HappenedAt">When it happened; the start of the day if only the day is known. Null in events from before
    /// this field existed: then the time of recording.</param>
    /// <param name="AppointmentId">The meeting or session that was missed.</param>
    public sealed record FailureRecorded(
        string FailureId, string? ConditionId, FailureKind Kind, Instant At, Instant? HappenedAt = null, string? AppointmentId = null) : BreachEvent;

    /// <param name="ToldAt">When a lead is told that a failure which counted counts no more; null where a lead did it, or it did not count.</param>
    public sealed record FailureAnnulled(string FailureId, Instant? ToldAt = null) : BreachEvent;

    /// <summary>The failure is recorded but leads to no further step.</summary>
    /// <param name="Warning">The warning that the person had not been told of before the failure, if that is why.</param>
    public sealed record FailureHeld(string FailureId, HeldReason Reason, int? Warning = null) : BreachEvent;

    /// <summary>
    /// A failure counts although no warning follows from it yet. Or a failure that did not count now does: the person turns
    /// out to have been told in time, or the warning was withdrawn.
    /// </summary>
    public sealed record FailureCounted(string FailureId) : BreachEvent;

    /// <param name="FailureId">The failure that caused it; null when a lead gave it while deciding a breach.</param>
    /// <param name="GivenById">Who recorded the failure that caused it, or decided the breach.</param>
    public sealed record WarningIssued(
        int Number, WarningLevel Level, string? FailureId, Instant At, string? GivenById = null, Role? GivenByRole = null) : BreachEvent;

    /// <param name="Because">What took it back; null when somebody decided to withdraw it.</param>
    public sealed record WarningWithdrawn(int Number, WithdrawnBecause? Because = null) : BreachEvent;

    /// <summary>The person had contested the warning. If it is withdrawn, that is an event of its own.</summary>
    /// <param name="News">The warning: <c>warning-1</c>.</param>
    public sealed record ContestDecided(string News, int Number, ContestDecision Decision, string DeciderId, Instant At) : BreachEvent;

    public sealed record ViolenceRecorded(string IncidentId, LocalDate OccurredOn) : BreachEvent;

    /// <param name="ChargeByAlerts">When an undecided breach is raised again, ascending.</param>
    /// <param name="AnswerUntil">Until when the person may answer at the least, if they are told in time; null where nobody asks them.</param>
    public sealed record BreachProposed(
        int Number,
        BreachCause Cause,
        string ProposerId,
        Role ProposerRole,
        Instant At,
        Deadline Decide,
        ImmutableArray<Instant> ChargeByAlerts,
        Instant? AnswerUntil = null) : BreachEvent;

    /// <summary>The person has been told of the proposal and may answer.</summary>
    /// <param name="Until">Until when.</param>
    /// <param name="Decide">By when a lead decides after that.</param>
    public sealed record AnswerAwaited(int Number, Deadline Until, Deadline Decide) : BreachEvent;

    /// <summary>The time to answer is over, and no answer has come.</summary>
    public sealed record AnswerTimeEnded(int Number, Instant At) : BreachEvent;

    public sealed record ChargeByAlerted(int Number, int DaysLeft, Instant At) : BreachEvent;

    /// <param name="EarlyReason">Why it was confirmed before the person had answered, and before the time for that was over; null when it was not.</param>
    public sealed record BreachDecided(int Number, BreachDecision Decision, string DeciderId, Instant At, string? EarlyReason = null) : BreachEvent;

    public sealed record AgreementBreached(int Number, string DeciderId, Instant At) : BreachEvent;
}

public enum WarningLevel
{
    First,
    Final,
}

/// <summary>Why a warning fell that nobody decided to withdraw.</summary>
public enum WithdrawnBecause
{
    /// <summary>The outcome of the appointment was corrected, or the absence excused.</summary>
    FailureExcused,

    /// <summary>The person turned out not to have been told of the warning before.</summary>
    GivenTooEarly,
}

/// <summary>Why a failure leads to no further step.</summary>
public enum HeldReason
{
    /// <summary>The person had not been told of the last warning when it happened.</summary>
    WarningNotTold,

    /// <summary>It is the same absence as another failure, which already counts.</summary>
    SameAbsence,
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

    /// <summary>The term and the settling time are over, and the person has not kept a condition.</summary>
    ConditionsNotKept,

    /// <summary>A worker's own judgement, with the reason.</summary>
    Judgement,
}
