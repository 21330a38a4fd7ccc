using Azure.Core.Amqp;
using Azure.Messaging.ServiceBus;
using Diversion.Functions.ServiceBus;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Azure.Functions.Worker.Core;
using Moq;

namespace Diversion.Functions.Tests.ServiceBus;

public sealed class ReceivedMessageConverterTests
{
    [Fact]
    public async Task A_message_comes_with_its_lock_its_body_and_its_id()
    {
        var token = Guid.NewGuid();
        var amqp = new AmqpAnnotatedMessage(AmqpMessageBody.FromData([new ReadOnlyMemory<byte>("{}"u8.ToArray())]));
        amqp.Properties.MessageId = new AmqpMessageId("n1");
        var data = new Mock<ModelBindingData>();
        data.SetupGet(d => d.Content).Returns(BinaryData.FromBytes([.. token.ToByteArray(), .. amqp.ToBytes().ToArray()]));

        var converted = await Convert(data.Object);

        Assert.Equal(ConversionStatus.Succeeded, converted.Status);
        var message = Assert.IsType<ServiceBusReceivedMessage>(converted.Value);
        Assert.Equal((token.ToString(), "{}", "n1"), (message.LockToken, message.Body.ToString(), message.MessageId));
    }

    [Fact]
    public async Task Anything_else_is_left_to_others() => Assert.Equal(ConversionStatus.Unhandled, (await Convert("{}")).Status);

    private static async Task<ConversionResult> Convert(object source)
    {
        var context = new Mock<ConverterContext>();
        context.SetupGet(c => c.Source).Returns(source);
        return await new ReceivedMessageConverter().ConvertAsync(context.Object);
    }
}
