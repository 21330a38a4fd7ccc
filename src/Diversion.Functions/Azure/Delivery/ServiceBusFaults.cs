using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Diversion.Casework.Delivery;

namespace Diversion.Functions.Azure.Delivery;

/// <summary>What a Service Bus error means for the operator.</summary>
internal static class ServiceBusFaults
{
    /// <returns>The exception itself if it is not from Service Bus.</returns>
    public static Exception Explain(Exception fault, ServiceBusSender sender)
    {
        var topic = $"The topic {sender.EntityPath} at {sender.FullyQualifiedNamespace}";
        return fault switch
        {
            ServiceBusException { Reason: ServiceBusFailureReason.MessagingEntityNotFound } => Failed(
                $"{topic} does not exist. Make it with duplicate detection (infra-bicep does), or set ServiceBus__Topic to the one that does; it is tried again."),
            ServiceBusException { Reason: ServiceBusFailureReason.MessagingEntityDisabled } => Failed(
                $"{topic} is disabled. Enable it again in the portal; it is tried again."),
            ServiceBusException { Reason: ServiceBusFailureReason.QuotaExceeded } => Failed(
                $"{topic} is full. See which subscription is not read and empty it; it is tried again."),
            ServiceBusException { Reason: ServiceBusFailureReason.MessageSizeExceeded } => Failed(
                $"{topic} takes no message of this size. A notice is under a kilobyte: this is a fault of the program, report it."),
            ServiceBusException { IsTransient: true } or TimeoutException or OperationCanceledException => Failed(
                $"{topic} does not take messages now; it is tried again. If it lasts, check the network and the state of Azure Service Bus."),
            ServiceBusException => Failed(
                $"{topic} refuses the message; it is tried again. If it lasts, check the namespace in the portal."),
            UnauthorizedAccessException => Failed(
                $"{topic} refuses this app. Give its identity the role Azure Service Bus Data Sender; it is tried again."),
            AuthenticationFailedException => Failed(
                $"No token for {sender.FullyQualifiedNamespace} could be had. Check that the app's identity exists and that AZURE_CLIENT_ID names it; it is tried again."),
            _ => fault,
        };

        DeliveryFailedException Failed(string message) => new(message, fault);
    }
}
