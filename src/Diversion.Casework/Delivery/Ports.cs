using Diversion.Casework.Correspondence;
using Diversion.Casework.Streams;

namespace Diversion.Casework.Delivery;

/// <summary>
/// Sends one rendered mail. Throws <see cref="DeliveryFailedException"/> if it could not be sent. Sending the same id again
/// must do no harm.
/// </summary>
public interface IMailer
{
    ValueTask Send(RenderedMail mail, CancellationToken cancellation = default);
}

/// <summary>
/// Sends one text message. Throws <see cref="DeliveryFailedException"/> if it could not be sent. Sending the same id again must
/// not send it twice, as far as the provider can tell.
/// </summary>
public interface ITexter
{
    ValueTask Send(RenderedText text, CancellationToken cancellation = default);
}

/// <summary>Publishes one integration event. Throws <see cref="DeliveryFailedException"/> if it could not be published.</summary>
public interface IPublisher
{
    ValueTask Publish(OutgoingMessage.Notice notice, CancellationToken cancellation = default);
}

/// <summary>The message could not be delivered now; it keeps its place and is retried.</summary>
/// <param name="retryAfter">How long the receiver asked to wait, if it did.</param>
/// <param name="isFinal">It can never be delivered: it is given up at once, and a lead is told.</param>
public sealed class DeliveryFailedException(string message, Exception? inner = null, TimeSpan? retryAfter = null, bool isFinal = false) : Exception(message, inner)
{
    public TimeSpan? RetryAfter { get; } = retryAfter;

    public bool IsFinal { get; } = isFinal;

    /// <summary>It is the recipient's number or address that takes no messages.</summary>
    public bool RecipientFails { get; init; }
}
