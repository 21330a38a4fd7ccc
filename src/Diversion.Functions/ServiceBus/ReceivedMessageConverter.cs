using Azure.Core.Amqp;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Diversion.Functions.ServiceBus;

/// <summary>
/// Reads a message as the host passes it on: its lock token, 16 bytes, then the message as AMQP encodes it
/// (ServiceBusReceivedMessageConverter.cs of Worker.Extensions.ServiceBus).
/// </summary>
#pragma warning disable AZFW0009 // The rule wants it on the trigger's attribute; the worker looks for it on the converter.
[SupportsDeferredBinding]
#pragma warning restore AZFW0009
[SupportedTargetType(typeof(ServiceBusReceivedMessage))]
public sealed class ReceivedMessageConverter : IInputConverter
{
    private const int LockTokenLength = 16;

    public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) => new(context.Source is ModelBindingData data
        ? ConversionResult.Success(Read(data.Content.ToMemory()))
        : ConversionResult.Unhandled());

    private static ServiceBusReceivedMessage Read(ReadOnlyMemory<byte> bytes) => ServiceBusReceivedMessage.FromAmqpMessage(
        AmqpAnnotatedMessage.FromBytes(BinaryData.FromBytes(bytes[LockTokenLength..])),
        BinaryData.FromBytes(bytes[..LockTokenLength]));
}
