using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Schemes;
using NodaTime;

namespace Diversion.Casework.Inbox;

/// <summary>Something that waits for a lead, as it is stored.</summary>
/// <param name="Kind"><see cref="Breach"/> with <paramref name="Cause"/> and <paramref name="DecideBy"/>, <see
/// cref="OverdueObligation"/> with <paramref name="Rule"/>, <paramref name="Due"/> and <paramref name="Owner"/>, or <see
/// cref="AlertForLead"/> with <paramref name="Alert"/> and <paramref name="AlertId"/>.</param>
/// <param name="Subject">Id of the breach or obligation, or what the alert is about.</param>
/// <param name="Proposer">Id of whoever proposed the breach that waits to be decided.</param>
/// <param name="Answer">Whether the person has answered the proposed breach.</param>
public sealed record InboxRow(
    string Agreement,
    string Name,
    string Kind,
    string Subject,
    Instant RaisedAt,
    LocalDate? ChargeBy = null,
    string? Worker = null,
    BreachCause? Cause = null,
    Instant? DecideBy = null,
    string? Proposer = null,
    string? Rule = null,
    Instant? Due = null,
    Addressee? Owner = null,
    AlertKind? Alert = null,
    string? AlertId = null,
    string? Answer = null,
    Instant? AnswerUntil = null)
{
    public const string Breach = "breach";
    public const string OverdueObligation = "overdue";
    public const string AlertForLead = "alert";

    /// <summary>A custody notice that may be about the case; <see cref="Subject"/> is its id.</summary>
    public const string PossibleNotice = "possible-notice";

    /// <summary>A custody notice that a lead confirmed, and that the case could not take.</summary>
    public const string UnrecordedNotice = "unrecorded-notice";

    /// <summary>The partnership agreement about a service is to be reviewed; <see cref="Subject"/> is the service's id, and there is no agreement.</summary>
    public const string PartnershipReview = "partnership-review";

    /// <summary>Somebody tried to change a service's entry that is not theirs; otherwise as <see cref="PartnershipReview"/>.</summary>
    public const string RefusedChange = "refused-change";

    /// <summary>The risk assessment of a reparation project is to be made again; <see cref="Subject"/> is the project's id, and there is no agreement.</summary>
    public const string RiskReview = "risk-review";

    /// <summary>A partner asks for work; otherwise as <see cref="RiskReview"/>.</summary>
    public const string WorkRequest = "work-request";

    /// <summary>What an organisation is told is to be looked at again; <see cref="Subject"/> is the number of the sharing agreement, and there is no case.</summary>
    public const string SharingReview = "sharing-review";

    /// <summary>An action of the board is due or late; <see cref="Subject"/> is its number, and there is no case.</summary>
    public const string BoardAction = "board-action";

    public const string Answered = "answered";
    public const string Declined = "declined";
    public const string NoAnswer = "none";
    public const string Awaited = "awaited";
    public const string Untold = "untold";
}
