using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Diversion.Web.Tests.Hosting;

/// <summary>Mail and messages on a day when neither works.</summary>
internal sealed class FailingPost : IMailer, IPublisher
{
    public const string Fault = "The mail server refused it.";

    public ValueTask Send(RenderedMail mail, CancellationToken cancellation = default) => throw new DeliveryFailedException(Fault);

    public ValueTask Publish(OutgoingMessage.Notice notice, CancellationToken cancellation = default) => throw new DeliveryFailedException(Fault);

    /// <summary>Tries everything that waits until it is given up.</summary>
    public async Task GiveUp(TestApp app)
    {
        var delivery = new OutboxDelivery(app.Store, app.Casework, new MailRenderer(), this, this, NullLogger<OutboxDelivery>.Instance);
        while (await delivery.Earliest() is { } next)
        {
            app.Clock.MoveTo(Instant.Max(next, app.Clock.GetCurrentInstant()));
            await delivery.Run(app.Clock.GetCurrentInstant());
        }
    }
}
