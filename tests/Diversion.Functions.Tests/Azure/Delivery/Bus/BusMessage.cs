using Amqp;
using Amqp.Framing;

namespace Diversion.Functions.Tests.Azure.Delivery.Bus;

/// <summary>A message as it came over the wire.</summary>
internal sealed record BusMessage(string Id, string? Subject, string? ContentType, string? Agreement, byte[] Body)
{
    /// <summary>Of Service Bus: a message whose data sections are messages.</summary>
    private const uint BatchFormat = 0x80013700;

    /// <returns>One, or those of a batch in their order.</returns>
    public static BusMessage[] Of(Message transfer) => transfer.Format == BatchFormat
        ? [.. Sections(transfer).Select(section => Of(Message.Decode(new ByteBuffer(section, 0, section.Length, section.Length))).Single())]
        : [new BusMessage(
            transfer.Properties.MessageId,
            transfer.Properties.Subject,
            transfer.Properties.ContentType,
            transfer.ApplicationProperties?["agreement"] as string,
            Assert.Single(Sections(transfer)))];

    private static IEnumerable<byte[]> Sections(Message message) => message.BodySection switch
    {
        Data one => [one.Binary],
        DataList several => Enumerable.Range(0, several.Count).Select(n => several[n].Binary),
        var other => throw new InvalidOperationException($"A body of {other} is not what the client sends."),
    };
}
