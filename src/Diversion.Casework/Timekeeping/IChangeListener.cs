using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Timekeeping;

/// <summary>
/// Called after a command is durable, to wake timekeeping, delivery and displays. A lost call costs delay, never data:
/// everything can be found again in the store.
/// </summary>
public interface IChangeListener
{
    ValueTask Changed(AgreementChange change, CancellationToken cancellation = default);
}

/// <param name="NextDue">Null when nothing falls due any more.</param>
/// <param name="Sooner">Tracks on which something falls due earlier than before, or for the first time. A moment that moved
/// back or was removed is not reported: the track's timer fires at the old instant, finds nothing and goes on.
/// </param>
/// <param name="HasMessages">A message waits to be delivered.</param>
/// <param name="InboxChanged">The lead's inbox has changed.</param>
public sealed record AgreementChange(
    AgreementId Agreement, Instant? NextDue, IReadOnlyList<Track> Sooner, bool HasMessages, bool InboxChanged);
