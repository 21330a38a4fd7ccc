using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Diversion.Functions.ServiceBus;

/// <summary>
/// A function that takes messages from a queue. The worker's own package for this was not available when it was written
/// (decision 28); this is the part of it that we use. The host reads names and values from the function's metadata, where
/// the type is this class's name without "Attribute".
/// </summary>
[ConverterFallbackBehavior(ConverterFallbackBehavior.Default)]
[InputConverter(typeof(ReceivedMessageConverter))]
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceBusTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    public string QueueName { get; } = queueName;

    /// <summary>The app setting, or group of settings, that says where the queue is.</summary>
    public string? Connection { get; set; }

    /// <summary>Whether the host settles a message when its function has ended.</summary>
    [DefaultValue(true)]
    public bool AutoCompleteMessages { get; set; } = true;
}
