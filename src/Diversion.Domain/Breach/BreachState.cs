using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;
using Diversion.Domain.Time;

namespace Diversion.Domain.Breach;

/// <summary>A proposal that waits for a lead's decision.</summary>
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
    /// <summary>It was proposed because of a custody notice that was corrected since and no longer proves reoffending.</summary>
    public bool ProofTakenBack { get; init; }

    /// <summary>It was proposed because of failures, and one of them, or a warning, has been taken back since.</summary>
    public bool BasisTakenBack { get; init; }

    /// <summary>Until when the person may answer, at the least; null where nobody asks them.</summary>
    public Instant? AnswerUntil { get; init; }

    /// <summary>The person has been told, so the time to answer runs.</summary>
    public bool AnswerAwaited { get; init; }

    /// <summary>The time to answer is over without an answer, and the lead has been told.</summary>
    public bool AnswerTimeEnded { get; init; }

    /// <summary>The id of the news that it was proposed, which the person answers.</summary>
    public string News => PersonNews.IdOf(NewsKind.BreachProposed, Number);
}

/// <summary>A proposal that a lead has decided.</summary>
/// <param name="Cause">Null in states from before it was kept.</param>
public sealed record DecidedBreach(
    int Number, Instant ProposedAt, Instant DecidedAt, BreachDecision Decision, string? DeciderId = null, BreachCause? Cause = null);

/// <param name="At">When it was recorded.</param>
/// <param name="HappenedAt">When it happened: the start of the missed appointment, the time of the tag event, or the start
/// of the day if only the day is known.</param>
/// <param name="Dealt">A warning or a decision has dealt with it.</param>
/// <param name="Annulled">It does not count: it was excused later, or its warning was withdrawn.</param>
/// <param name="AppointmentId">The meeting or session that was missed.</param>
/// <param name="Held">Why it leads to no further step; null when it counts, or has not been judged.</param>
/// <param name="HeldFor">The warning that the person was not told of in time, if that is why.</param>
/// <param name="Counted">It was judged to count, and keeps counting whatever warnings come later.</param>
public sealed record Failure(
    string Id,
    string? ConditionId,
    FailureKind Kind,
    Instant At,
    Instant HappenedAt,
    bool Dealt = false,
    bool Annulled = false,
    string? AppointmentId = null,
    HeldReason? Held = null,
    int? HeldFor = null,
    bool Counted = false)
{
    public bool Counts => !Annulled && Held is null;

    public LocalDate HappenedOn => WorkingCalendar.DateOf(HappenedAt);
}

/// <param name="GivenById">Who gave it; null for a warning from an earlier version.</param>
/// <param name="UpheldAt">The person contested it, and somebody else decided that it stays; null when nobody has.</param>
/// <param name="DeciderId">Who decided last on what the person said against it.</param>
public sealed record Warning(
    int Number,
    WarningLevel Level,
    string? FailureId,
    Instant At,
    bool Withdrawn = false,
    string? GivenById = null,
    Role? GivenByRole = null,
    Instant? UpheldAt = null,
    string? DeciderId = null);
