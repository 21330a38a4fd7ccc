using System.Net.Sockets;
using Amqp;

namespace Diversion.Functions.Tests.Azure.Delivery.Bus;

/// <summary>One connection of a client with the bus.</summary>
internal sealed class BusSocket(Socket socket) : IAsyncTransport
{
    public void SetConnection(Connection connection)
    {
        // Nothing of the connection is needed here.
    }

    public void Send(ByteBuffer buffer) => socket.Send(buffer.Buffer, buffer.Offset, buffer.Length, SocketFlags.None);

    public async Task SendAsync(IList<ByteBuffer> bufferList, int listSize)
    {
        foreach (var buffer in bufferList)
        {
            var rest = buffer.Buffer.AsMemory(buffer.Offset, buffer.Length);
            while (rest.Length > 0)
            {
                rest = rest[await socket.SendAsync(rest)..];
            }
        }
    }

    public int Receive(byte[] buffer, int offset, int count) => socket.Receive(buffer, offset, count, SocketFlags.None);

    public Task<int> ReceiveAsync(byte[] buffer, int offset, int count) => socket.ReceiveAsync(buffer.AsMemory(offset, count)).AsTask();

    public void Close() => socket.Dispose();

    /// <summary>As a network does that breaks: without a word.</summary>
    public void Cut() => socket.Close(0);
}
