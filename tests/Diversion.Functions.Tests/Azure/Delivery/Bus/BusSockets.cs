using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Amqp;

namespace Diversion.Functions.Tests.Azure.Delivery.Bus;

/// <summary>The bus's end of the network: on a free port of this machine, and it can be cut.</summary>
internal sealed class BusSockets : TransportProvider
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<BusSocket> open = new();

    public BusSockets()
    {
        AddressSchemes = ["amqp"];
        listener.Start();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many connections were made.</summary>
    public int Connections { get; private set; }

    public override async Task<IAsyncTransport> CreateAsync(Address address)
    {
        try
        {
            var socket = await listener.AcceptSocketAsync();
            socket.NoDelay = true;
            Connections++;
            var transport = new BusSocket(socket);
            open.Enqueue(transport);
            return transport;
        }
        catch (Exception closed) when (closed is ObjectDisposedException or SocketException or InvalidOperationException)
        {
            // The caller would ask again at once, for ever.
            await Task.Delay(Timeout.Infinite);
            throw;
        }
    }

    public void Cut()
    {
        while (open.TryDequeue(out var socket))
        {
            socket.Cut();
        }
    }

    public override void Dispose()
    {
        listener.Dispose();
        Cut();
        base.Dispose();
    }
}
