namespace Diversion.Domain.Agreements;

/// <summary>A future moment at which something happens automatically, with the rule it comes from.</summary>
/// <param name="Subject">The obligation, appointment, period or breach that it is about.</param>
public sealed record DueMoment(Instant At, string Track, DueKind Kind, string Subject, string Rule);

public enum DueKind
{
    OwnerReminded,
    Escalated,
    ParticipantReminded,
    EvidenceAwaitedExpires,
    SupervisionPeriodEnds,
    OfferLapses,
    TermEnds,
    ConcludingEnds,
    ChargeByAlert,
    TagWearEnds,
    CoverEnds,
    AnswerTimeEnds,
    CourtesySupervisionEnds,
    FollowUpSet,
    ExitPlanAsked,
}
