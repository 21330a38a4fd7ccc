using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Streams;

namespace Diversion.Functions.Tests.Lives;

/// <summary>Accepts mail and messages, and keeps their ids.</summary>
internal sealed class PostOffice : IMailer, IPublisher
{
    public List<string> Delivered { get; } = [];

    /// <summary>Thrown at each delivery; null accepts them.</summary>
    public Exception? Fault { get; set; }

    public ValueTask Send(RenderedMail mail, CancellationToken cancellation = default) => Take(mail.Id);

    public ValueTask Publish(OutgoingMessage.Notice notice, CancellationToken cancellation = default) => Take(notice.Id);

    private ValueTask Take(string id)
    {
        if (Fault is { } fault)
        {
            throw fault;
        }

        lock (Delivered)
        {
            Delivered.Add(id);
        }

        return ValueTask.CompletedTask;
    }
}
