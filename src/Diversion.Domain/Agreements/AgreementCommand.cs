using Diversion.Domain.Referral;
using Diversion.Domain.Streams;

namespace Diversion.Domain.Agreements;

/// <summary>
/// A request to do something. Closed: each area of the domain has its own closed union below this one. A command carries
/// who, when and why; the domain has no clock.
/// </summary>
public abstract record AgreementCommand : StreamCommand<AgreementEvent>
{
    private protected AgreementCommand()
    {
    }

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

    protected sealed override bool IsTimePassing => this is TimePassed;

    protected sealed override bool HasOwnReason(AgreementEvent happened) => happened is ReferralEvent.RuleOverridden;

    /// <summary>Checks each text of the command against its limit.</summary>
    internal virtual void Inspect(TextInspection texts)
    {
    }
}
