using Diversion.Casework.Delivery;
using Diversion.Local.Programmes;

namespace Diversion.Local.Hosting;

/// <summary>Where mail and messages of a data folder go.</summary>
internal static class DeliveryParts
{
    public static IMailer Mailer(ProgrammeFolder folder) => new Waiting();

    public static IPublisher Publisher(ProgrammeFolder folder) => new Waiting();

    /// <summary>Until the mail folder and the message log are merged: everything keeps its place in the outbox.</summary>
    private sealed class Waiting : IMailer, IPublisher
    {
        public ValueTask Send(RenderedMail mail, CancellationToken cancellation = default) => throw new DeliveryFailedException("Not built yet.");

        public ValueTask Publish(OutgoingMessage.Notice notice, CancellationToken cancellation = default) => throw new DeliveryFailedException("Not built yet.");
    }
}
