namespace Azure.Messaging.ServiceBus;

public class ServiceBusReceivedMessage
{
    internal ServiceBusReceivedMessage(BinaryData body, string messageId, string contentType, int deliveryCount)
    {
        Body = body;
        MessageId = messageId;
        ContentType = contentType;
        DeliveryCount = deliveryCount;
    }

    public BinaryData Body { get; }

    public string MessageId { get; }

    public string ContentType { get; }

    public int DeliveryCount { get; }
}
