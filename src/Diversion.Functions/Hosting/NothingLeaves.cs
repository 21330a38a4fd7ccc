using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Streams;
using Microsoft.Extensions.Logging;

namespace Diversion.Functions.Hosting;

/// <summary>On a developer's machine without SendGrid or a message bus: what would be sent is logged and counts as sent.</summary>
internal sealed partial class NothingLeaves(ILogger<NothingLeaves> log) : IMailer, ITexter, IPublisher
{
    public ValueTask Send(RenderedMail mail, CancellationToken cancellation = default)
    {
        LogMail(mail.Id, mail.Template);
        return ValueTask.CompletedTask;
    }

    public ValueTask Send(RenderedText text, CancellationToken cancellation = default)
    {
        LogText(text.Id, text.Template);
        return ValueTask.CompletedTask;
    }

    public ValueTask Publish(OutgoingMessage.Notice notice, CancellationToken cancellation = default)
    {
        LogNotice(notice.Id, notice.Type);
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(EventId = 5501, Level = LogLevel.Information, Message = "Mail {Id} ({Template}) is not sent: this machine has neither SendGrid__ApiKey nor Smtp__Host.")]
    private partial void LogMail(string id, string template);

    [LoggerMessage(EventId = 5504, Level = LogLevel.Information, Message = "Text {Id} ({Template}) is not sent: this machine has no Notify__ApiKey.")]
    private partial void LogText(string id, string template);

    [LoggerMessage(EventId = 5502, Level = LogLevel.Information, Message = "Message {Id} ({Type}) is not published: this machine has no ServiceBus.")]
    private partial void LogNotice(string id, string type);
}
