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
}
