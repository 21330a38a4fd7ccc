using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Streams;

namespace Diversion.Benchmarks.Cases;

/// <summary>Receives changes and messages and does nothing, so that a figure measures only what it names.</summary>
internal sealed class Silence : IChangeListener, IMailer, IPublisher
{
    public ValueTask Changed(StreamChange change, CancellationToken cancellation = default) => ValueTask.CompletedTask;

    public ValueTask Send(RenderedMail mail, CancellationToken cancellation = default) => ValueTask.CompletedTask;

    public ValueTask Publish(OutgoingMessage.Notice notice, CancellationToken cancellation = default) => ValueTask.CompletedTask;
}
