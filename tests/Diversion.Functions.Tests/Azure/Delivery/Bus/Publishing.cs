using Azure.Messaging.ServiceBus;
using Diversion.Casework;
using Diversion.Casework.Delivery;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;
using Diversion.Functions.Azure.Delivery;

namespace Diversion.Functions.Tests.Azure.Delivery.Bus;

/// <summary>Our publisher and the real client, connected with a bus.</summary>
internal sealed class Publishing : IPublisher, IAsyncDisposable
{
    private readonly ServiceBusClient client;
    private readonly ServiceBusPublisher publisher;

    private Publishing(ServiceBusClient client, string topic, Programme programme)
    {
        this.client = client;
        publisher = new ServiceBusPublisher(client.CreateSender(topic), programme);
    }

    /// <summary>As the app connects.</summary>
    public static Publishing With(BusPeer bus, Programme? programme = null) => new(
        bus.Settings.Connect(() => throw new InvalidOperationException("No identity is asked for.")), bus.Settings.Topic, programme ?? Given.Programme);

    /// <summary>Each fault is told at once instead of after two more tries.</summary>
    /// <param name="retries">Besides the first try.</param>
    /// <param name="timeout">Of a try; ten seconds if it is not said, for a first connection on a busy machine takes its time.</param>
    public static Publishing Impatiently(BusPeer bus, int retries = 0, TimeSpan? timeout = null) => new(
        new ServiceBusClient(
            bus.ConnectionString,
            new ServiceBusClientOptions
            {
                RetryOptions = new ServiceBusRetryOptions { MaxRetries = retries, Delay = TimeSpan.FromMilliseconds(10), TryTimeout = timeout ?? TimeSpan.FromSeconds(10) },
            }),
        bus.Settings.Topic,
        Given.Programme);

    public ValueTask Publish(OutgoingMessage.Notice notice, CancellationToken cancellation = default) => publisher.Publish(notice, cancellation);

    public async ValueTask DisposeAsync()
    {
        publisher.Dispose();
        await client.DisposeAsync();
    }
}
