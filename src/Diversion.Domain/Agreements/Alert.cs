namespace Diversion.Domain.Agreements;

/// <summary>Something that a lead must see at once. It stays in the lead's inbox until acknowledged.</summary>
/// <param name="Subject">An id that the alert is about: a notice, a tag event, a message.</param>
public sealed record Alert(string Id, AlertKind Kind, string Subject, Instant RaisedAt);

public enum AlertKind
{
    Arrest,
    TagEventAfterEnding,
    ChargeByApproaching,
    RecordsMissingAfterEnd,
    MessageUndelivered,

    /// <summary>A kept condition was reopened because a recorded outcome was corrected.</summary>
    ConditionReopened,

    /// <summary>
    /// A custody notice that no rule handles: about an old offence, of an unknown kind, or received during a breach review.
    /// </summary>
    CustodyNotice,
    CustodyNoticeCorrected,

    /// <summary>News about something within the term arrived after the end: the status stays, and a lead looks at it.</summary>
    LateNews,

    /// <summary>A failure that counted was excused, or the attendance that it rested on corrected.</summary>
    FailureTakenBack,

    /// <summary>The person has said why a warning is wrong.</summary>
    WarningContested,

    /// <summary>The person answered a proposed breach that had been decided.</summary>
    AnswerAfterDecision,

    /// <summary>A complaint that a lead answers: it is about a team manager.</summary>
    ComplaintForLead,

    /// <summary>The agreement was completed, and nothing is agreed for afterwards.</summary>
    ExitPlanMissing,
}
