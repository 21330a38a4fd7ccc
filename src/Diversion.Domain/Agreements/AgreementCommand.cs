using Diversion.Domain.Referral;

namespace Diversion.Domain.Agreements;

/// <summary>
/// Something that somebody wants done. Closed: each area of the domain has its own closed union below this one.
/// Who, when and why travel with it; the domain has no clock.
/// </summary>
public abstract record AgreementCommand
{
    private protected AgreementCommand()
    {
    }

    public Actor By { get; init; } = Actor.Clock;

    public Instant At { get; init; }

    public string? Reason { get; init; }

    /// <summary>True for what may still be recorded after the agreement has ended. The status stays final.</summary>
    internal virtual bool AfterEnd => false;

    /// <summary>True when the command means nothing without a reason.</summary>
    internal virtual bool NeedsReason => false;

    /// <summary>What it is about; empty when it is about the agreement as a whole.</summary>
    internal virtual CommandSubject Subject => default;

    /// <summary>
    /// The command as it is kept: texts without what nobody can see, people and organisations as the programme's list
    /// has them. All that is decided and stored is this.
    /// </summary>
    internal virtual AgreementCommand Kept(StaffDirectory staff) => this;

    /// <summary>Names somebody whom the programme does not know.</summary>
    internal virtual Refusal? Unlisted(StaffDirectory staff) => null;

    /// <summary>
    /// Whether the event at that place is what was decided, and carries the reason that was given for it. All others
    /// followed by rule, and have no reason but the rule.
    /// </summary>
    /// <param name="place">Among the events of the command; the first is always its own.</param>
    public bool IsOwn(AgreementEvent happened, int place) => this is not TimePassed && (place == 0 || Decides(happened));

    /// <summary>The reason that the event carries: null where it followed by rule, or has a reason of its own.</summary>
    public string? ReasonFor(AgreementEvent happened, int place) =>
        IsOwn(happened, place) && happened is not ReferralEvent.RuleOverridden ? Reason : null;

    /// <summary>What it decides besides the first event that it raises.</summary>
    private protected virtual bool Decides(AgreementEvent happened) => false;

    /// <summary>Checks each text of the command against its limit.</summary>
    internal virtual void Inspect(TextInspection texts)
    {
    }
}
