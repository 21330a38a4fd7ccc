using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Diversion.Casework.Documents;
using Diversion.Web.Requests;

namespace Diversion.Web.Tests;

/// <summary>Against a small server that speaks clamd's wire, over TCP and over a socket of Unix.</summary>
public sealed class ClamScannerTests
{
    private const string Eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_sends_the_whole_file_and_reads_the_verdict(bool unix)
    {
        await using var clamd = new Clamd(unix, received => received.AsSpan().IndexOf("EICAR"u8) >= 0 ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
        var scanner = new ClamScanner(clamd.Address);
        var large = new byte[200_001];
        large[^1] = 7;

        Assert.True(await scanner.IsClean(new MemoryStream(large)));
        Assert.Equal(large, clamd.Received);
        Assert.False(await scanner.IsClean(new MemoryStream(Encoding.ASCII.GetBytes(Eicar))));
        Assert.True(await scanner.IsClean(new MemoryStream()));
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR\0")]
    [InlineData("")]
    [InlineData("stream: OK but not quite\0")]
    public async Task Any_other_answer_keeps_the_file_out(string answer)
    {
        await using var clamd = new Clamd(false, _ => answer);
        await Assert.ThrowsAsync<ScannerUnavailableException>(async () => await new ClamScanner(clamd.Address).IsClean(new MemoryStream([1])));
    }

    [Fact]
    public async Task Nobody_at_the_address_is_a_scanner_that_does_not_answer()
    {
        await Assert.ThrowsAsync<ScannerUnavailableException>(async () => await new ClamScanner(new Uri("tcp://127.0.0.1:9")).IsClean(new MemoryStream([1])));
        await Assert.ThrowsAsync<ScannerUnavailableException>(async () => await new ClamScanner(new Uri("unix:///no/such.ctl")).IsClean(new MemoryStream([1])));
    }

    [Theory]
    [InlineData("tcp://127.0.0.1:3310", true)]
    [InlineData("unix:///run/clamav/clamd.ctl", true)]
    [InlineData("tcp://127.0.0.1", false)]
    [InlineData("http://127.0.0.1:3310", false)]
    [InlineData("unix://", false)]
    [InlineData("/run/clamav/clamd.ctl", false)]
    [InlineData(null, false)]
    public void An_address_says_how_to_reach_it(string? text, bool good) => Assert.Equal(good, ClamScanner.Read(text) is not null);

    private sealed class Clamd : IAsyncDisposable
    {
        private readonly Socket listener;
        private readonly string? path;
        private readonly Task serving;

        public Clamd(bool unix, Func<byte[], string> answer)
        {
            if (unix)
            {
                path = Path.Combine(Path.GetTempPath(), $"clamd-{Guid.NewGuid():N}.ctl");
                listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                listener.Bind(new UnixDomainSocketEndPoint(path));
                Address = new Uri($"unix://{path}");
            }
            else
            {
                listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
                Address = new Uri($"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}");
            }

            listener.Listen();
            serving = Serve(answer);
        }

        public Uri Address { get; }

        public byte[] Received { get; private set; } = [];

        public async ValueTask DisposeAsync()
        {
            listener.Dispose();
            await serving;
            if (path is not null)
            {
                File.Delete(path);
            }
        }

        private async Task Serve(Func<byte[], string> answer)
        {
            try
            {
                while (true)
                {
                    using var caller = await listener.AcceptAsync();
                    await using var wire = new NetworkStream(caller);
                    var command = new byte["zINSTREAM\0".Length];
                    await wire.ReadExactlyAsync(command);
                    Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(command));
                    using var all = new MemoryStream();
                    var length = new byte[4];
                    while (true)
                    {
                        await wire.ReadExactlyAsync(length);
                        var size = (int)BinaryPrimitives.ReadUInt32BigEndian(length);
                        if (size == 0)
                        {
                            break;
                        }

                        var piece = new byte[size];
                        await wire.ReadExactlyAsync(piece);
                        all.Write(piece);
                    }

                    Received = all.ToArray();
                    await wire.WriteAsync(Encoding.ASCII.GetBytes(answer(Received)));
                }
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException or OperationCanceledException)
            {
            }
        }
    }
}
