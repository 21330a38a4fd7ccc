namespace Diversion.Domain.Agreements;

/// <summary>Something a lead must see at once; stays in the lead's inbox until acknowledged.</summary>
/// <param name="Subject">An id that the alert is about: a notice, a tag event, a message.</param>
public sealed record Alert(string Id, AlertKind Kind, string Subject, Instant RaisedAt);

public enum AlertKind
{
    Arrest,
    TagEventAfterEnding,
    ChargeByApproaching,
    RecordsMissingAfterEnd,
    MessageUndelivered,

    /// <summary>A kept condition is open again: a recorded outcome was corrected.</summary>
    ConditionReopened,

    /// <summary>A custody notice that no rule answers: for an old offence, of an unknown kind, or while a breach waits.</summary>
    CustodyNotice,
    CustodyNoticeCorrected,

    /// <summary>Something of the term became known after the end: the status stays, and a lead looks at it.</summary>
    LateNews,

    /// <summary>A failure that counted was excused, or the attendance that it rested on corrected.</summary>
    FailureTakenBack,

    /// <summary>The person has said why a warning is wrong.</summary>
    WarningContested,

    /// <summary>The person answered a proposed breach that had been decided.</summary>
    AnswerAfterDecision,
}
