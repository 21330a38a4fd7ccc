using NodaTime;

namespace Diversion.Casework.Streams;

/// <summary>What timekeeping and delivery ask of any kind of stream.</summary>
public abstract class StreamService
{
    public abstract StreamKind Kind { get; }

    /// <summary>Everything that is due on the stream by now happens.</summary>
    /// <returns>False when nothing was.</returns>
    public abstract ValueTask<bool> PassTime(string id, Instant now, CancellationToken cancellation = default);

    /// <summary>The earliest instant at which something falls due; null when nothing does, or when there is no such stream.</summary>
    public abstract ValueTask<Instant?> NextDue(string id, CancellationToken cancellation = default);

    /// <summary>Between an event and its delivery the recipient may have changed: what is recorded at the time of sending applies.</summary>
    internal virtual ValueTask<Redirection> Redirected(string id, OutgoingMessage message, Instant now, CancellationToken cancellation) =>
        ValueTask.FromResult<Redirection>(new Redirection.To(message));

    /// <summary>
    /// A message of the stream was given up: somebody has to be told, since nothing is lost silently. Nobody has to be where a
    /// kind sends nothing, or says the same on a page.
    /// </summary>
    /// <param name="fault">Why its last try failed.</param>
    /// <param name="recipientFails">The recipient's number or address takes no messages.</param>
    internal virtual ValueTask Undelivered(string id, OutgoingMessage message, string? fault, bool recipientFails, Instant now, CancellationToken cancellation) => ValueTask.CompletedTask;
}
