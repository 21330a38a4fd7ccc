using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Diversion.Casework.Delivery;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;

namespace Diversion.Functions.Azure.Delivery;

/// <summary>
/// Publishes notices to a Service Bus topic as CloudEvents 1.0 in JSON. The message id is the notice's id, so that a topic
/// with duplicate detection drops repeats. Notices that arrive while others are being sent are sent together.
/// </summary>
/// <param name="sender">One for all: it keeps one connection to the topic open.</param>
public sealed class ServiceBusPublisher(ServiceBusSender sender, Programme programme) : IPublisher, IDisposable
{
    /// <summary>At less than a kilobyte each, far below the size limit of a topic.</summary>
    private const int MostTogether = 100;

    private readonly ConcurrentQueue<Waiting> waiting = new();
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    public async ValueTask Publish(OutgoingMessage.Notice notice, CancellationToken cancellation = default)
    {
        var mine = new Waiting(Message(notice));
        waiting.Enqueue(mine);
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            // An earlier caller may already have sent this one along.
            while (!mine.Sent.Task.IsCompleted)
            {
                await SendNext();
            }
        }
        finally
        {
            oneAtATime.Release();
        }

        await mine.Sent.Task;
    }

    public void Dispose() => oneAtATime.Dispose();

    private ServiceBusMessage Message(OutgoingMessage.Notice notice) => new(new BinaryData(CloudEvent.Json(notice, programme)))
    {
        MessageId = notice.Id,
        Subject = notice.Type,
        ContentType = CloudEvent.ContentType,
        ApplicationProperties = { ["agreement"] = notice.Subject },
    };

    private async Task SendNext()
    {
        var together = new List<Waiting>();
        while (together.Count < MostTogether && waiting.TryDequeue(out var next))
        {
            together.Add(next);
        }

        if (!await TrySend(together, alone: together.Count == 1))
        {
            foreach (var one in together)
            {
                await TrySend([one], alone: true);
            }
        }
    }

    /// <returns>False when they are too large together: each has to be sent alone.</returns>
    private async Task<bool> TrySend(List<Waiting> together, bool alone)
    {
        try
        {
            // Not one caller's cancellation: the batch has other callers' notices too.
            await sender.SendMessagesAsync(together.Select(one => one.Message), CancellationToken.None);
        }
        catch (ServiceBusException fault) when (fault.Reason == ServiceBusFailureReason.MessageSizeExceeded && !alone)
        {
            return false;
        }
        catch (Exception fault)
        {
            var told = ServiceBusFaults.Explain(fault, sender);
            foreach (var one in together)
            {
                one.Sent.SetException(told);
            }

            return true;
        }

        foreach (var one in together)
        {
            one.Sent.SetResult();
        }

        return true;
    }

    private sealed record Waiting(ServiceBusMessage Message)
    {
        public TaskCompletionSource Sent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
