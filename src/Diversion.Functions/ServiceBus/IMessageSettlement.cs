using Azure.Messaging.ServiceBus;

namespace Diversion.Functions.ServiceBus;

/// <summary>Settles a message when its trigger does not do so itself.</summary>
public interface IMessageSettlement
{
    /// <summary>It is done and leaves the queue.</summary>
    Task Complete(ServiceBusReceivedMessage message, CancellationToken cancellation);

    /// <summary>It goes to the queue's dead letters.</summary>
    Task DeadLetter(ServiceBusReceivedMessage message, string reason, string description, CancellationToken cancellation);
}
