using Azure.Messaging.ServiceBus;
using Diversion.Functions.ServiceBus.Wire;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Configuration;

namespace Diversion.Functions.ServiceBus;

/// <summary>Settles messages through the Functions host, which received the message and holds its lock.</summary>
public sealed class HostSettlement : IMessageSettlement, IDisposable
{
    private readonly Lazy<GrpcChannel> channel;

    /// <param name="configuration">Has the address at which the host serves its workers.</param>
    public HostSettlement(IConfiguration configuration) =>
        channel = new Lazy<GrpcChannel>(() => GrpcChannel.ForAddress(AddressOfHost(configuration)));

    public async Task Complete(ServiceBusReceivedMessage message, CancellationToken cancellation)
    {
        using var call = Client().CompleteAsync(new CompleteRequest { Locktoken = message.LockToken }, new CallOptions(cancellationToken: cancellation));
        await call;
    }

    public async Task DeadLetter(ServiceBusReceivedMessage message, string reason, string description, CancellationToken cancellation)
    {
        var request = new DeadletterRequest
        {
            Locktoken = message.LockToken, DeadletterReason = reason, DeadletterErrorDescription = description,
        };
        using var call = Client().DeadletterAsync(request, new CallOptions(cancellationToken: cancellation));
        await call;
    }

    public void Dispose()
    {
        if (channel.IsValueCreated)
        {
            channel.Value.Dispose();
        }
    }

    private Settlement.SettlementClient Client() => new(channel.Value);

    /// <summary>Core Tools and Azure set the first; older hosts the other two.</summary>
    private static Uri AddressOfHost(IConfiguration configuration)
    {
        var text = configuration["Functions:Worker:HostEndpoint"] ?? $"http://{configuration["HOST"]}:{configuration["PORT"]}";
        return Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? address
            : throw new InvalidOperationException($"The Functions host did not say where it serves its workers (Functions:Worker:HostEndpoint is \"{text}\"): messages of queues can't be settled.");
    }
}
