using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Streams;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Diversion.Web.Tests.Hosting;

/// <summary>Mail and messages on a day when neither works.</summary>
internal class FailingPost : IMailer, IPublisher
{
    public const string Fault = "The mail server refused it.";

    public virtual ValueTask Send(RenderedMail mail, CancellationToken cancellation = default) => throw new DeliveryFailedException(Fault);

    public ValueTask Publish(OutgoingMessage.Notice notice, CancellationToken cancellation = default) => throw new DeliveryFailedException(Fault);

    /// <summary>Tries every waiting message until it is given up.</summary>
    public async Task GiveUp(TestApp app)
    {
        var delivery = new OutboxDelivery(app.Store, new StreamServices(app.Casework), new MailRenderer(), this, this, NullLogger<OutboxDelivery>.Instance);
        while (await delivery.Earliest() is { } next)
        {
            app.Clock.MoveTo(Instant.Max(next, app.Clock.GetCurrentInstant()));
            await delivery.Run(app.Clock.GetCurrentInstant());
        }
    }
}

/// <summary>Every mail is sent.</summary>
internal sealed class WorkingPost : FailingPost
{
    public List<RenderedMail> Sent { get; } = [];

    public override ValueTask Send(RenderedMail mail, CancellationToken cancellation = default)
    {
        Sent.Add(mail);
        return ValueTask.CompletedTask;
    }
}
