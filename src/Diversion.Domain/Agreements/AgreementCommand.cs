using Diversion.Domain.Referral;

namespace Diversion.Domain.Agreements;

/// <summary>
/// A request to do something. Closed: each area of the domain has its own closed union below this one. A command carries
/// who, when and why; the domain has no clock.
/// </summary>
public abstract record AgreementCommand
{
    private protected AgreementCommand()
    {
    }

    public Actor By { get; init; } = Actor.Clock;

    public Instant At { get; init; }

    public string? Reason { get; init; }

    /// <summary>True if it may still be recorded after the agreement has ended. The status stays final.</summary>
    internal virtual bool AfterEnd => false;

    /// <summary>True if the command needs a reason.</summary>
    internal virtual bool NeedsReason => false;

    /// <summary>What the command is about; empty when it is about the agreement as a whole.</summary>
    internal virtual CommandSubject Subject => default;

    /// <summary>
    /// The command as it is decided and stored: texts without invisible characters, people and organisations as the
    /// programme's list has them.
    /// </summary>
    internal virtual AgreementCommand Kept(StaffDirectory staff) => this;

    /// <summary>Names somebody who is not on the programme's list.</summary>
    internal virtual Refusal? Unlisted(StaffDirectory staff) => null;

    /// <summary>
    /// Whether the event at that position is a decision of the command and carries the reason that was given. All other
    /// events follow by rule and have no reason.
    /// </summary>
    /// <param name="place">Position among the events of the command; the first is always the command's own.</param>
    public bool IsOwn(AgreementEvent happened, int place) => this is not TimePassed && (place == 0 || Decides(happened));

    /// <summary>The reason that the event carries: null if it follows by rule, or has a reason of its own.</summary>
    public string? ReasonFor(AgreementEvent happened, int place) =>
        IsOwn(happened, place) && happened is not ReferralEvent.RuleOverridden ? Reason : null;

    /// <summary>What the command decides besides the first event that it raises.</summary>
    private protected virtual bool Decides(AgreementEvent happened) => false;

    /// <summary>Checks each text of the command against its limit.</summary>
    internal virtual void Inspect(TextInspection texts)
    {
    }
}
