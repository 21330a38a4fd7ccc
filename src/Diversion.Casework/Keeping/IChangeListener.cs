using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Keeping;

/// <summary>
/// Told after a command is durable, to wake whatever keeps time, delivers, or shows. A lost call costs delay, never
/// data: everything can be found again in the store.
/// </summary>
public interface IChangeListener
{
    ValueTask Changed(AgreementChange change, CancellationToken cancellation = default);
}

/// <param name="NextDue">Null when nothing falls due any more.</param>
/// <param name="HasMessages">Something waits to be delivered.</param>
/// <param name="InboxChanged">The lead's inbox looks different now.</param>
public sealed record AgreementChange(AgreementId Agreement, Instant? NextDue, bool HasMessages, bool InboxChanged);
