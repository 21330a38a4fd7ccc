using System.Collections.Concurrent;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Streams;

namespace Diversion.Simulation.Running;

/// <summary>Accepts mail and messages and only counts them.</summary>
internal sealed class CountingPost : IMailer, ITexter, IPublisher
{
    private readonly ConcurrentDictionary<string, int> mails = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> notices = new(StringComparer.Ordinal);

    /// <summary>By template.</summary>
    public IReadOnlyDictionary<string, int> Mails => new SortedDictionary<string, int>(mails, StringComparer.Ordinal);

    /// <summary>By template.</summary>
    public IReadOnlyDictionary<string, int> Texts => new SortedDictionary<string, int>(texts, StringComparer.Ordinal);

    /// <summary>By type.</summary>
    public IReadOnlyDictionary<string, int> Notices => new SortedDictionary<string, int>(notices, StringComparer.Ordinal);

    public ValueTask Send(RenderedMail mail, CancellationToken cancellation = default)
    {
        mails.AddOrUpdate(mail.Template, 1, static (_, count) => count + 1);
        return ValueTask.CompletedTask;
    }

    public ValueTask Send(RenderedText text, CancellationToken cancellation = default)
    {
        texts.AddOrUpdate(text.Template, 1, static (_, count) => count + 1);
        return ValueTask.CompletedTask;
    }

    public ValueTask Publish(OutgoingMessage.Notice notice, CancellationToken cancellation = default)
    {
        notices.AddOrUpdate(notice.Type, 1, static (_, count) => count + 1);
        return ValueTask.CompletedTask;
    }
}
