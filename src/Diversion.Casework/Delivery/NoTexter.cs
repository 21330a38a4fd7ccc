using Diversion.Casework.Correspondence;

namespace Diversion.Casework.Delivery;

/// <summary>Where texts are not set up they stay in the outbox, and a lead is told: nothing is lost silently.</summary>
public sealed class NoTexter : ITexter
{
    public static readonly NoTexter Instance = new();

    private NoTexter()
    {
    }

    public ValueTask Send(RenderedText text, CancellationToken cancellation = default) =>
        throw new DeliveryFailedException($"Text {text.Id} could not be sent: texts are not set up here. Set Notify__ApiKey and Notify__TextTemplateId; it is tried again.");
}
