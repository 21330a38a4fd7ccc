using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Diversion.Casework.Documents;

namespace Diversion.Web.Requests;

/// <summary>
/// ClamAV's daemon over its socket: <c>zINSTREAM</c>, then pieces each with its length, then a length of zero; the answer is
/// <c>stream: OK</c>, or <c>stream: NAME FOUND</c>. Anything else keeps the file out.
/// </summary>
/// <param name="address"><c>tcp://HOST:PORT</c>, or <c>unix:///run/clamav/clamd.ctl</c>.</param>
public sealed class ClamScanner(Uri address) : IDocumentScanner
{
    private const int Piece = 64 * 1024;
    private const int LongestAnswer = 1024;

    /// <summary>Twenty megabytes take clamd some seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public bool IsOn => true;

    /// <returns>Null when it is none that can be used.</returns>
    public static Uri? Read(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && ((address.Scheme == "tcp" && address is { Host.Length: > 0, Port: > 0 }) || (address.Scheme == "unix" && address.AbsolutePath.Length > 1))
            ? address
            : null;

    public async ValueTask<bool> IsClean(Stream content, CancellationToken cancellation = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await Ask(content, patience.Token);
        }
        catch (Exception fault) when (fault is SocketException or IOException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ScannerUnavailableException($"The scanner at {address} does not answer ({fault.GetType().Name}). Check that clamd runs and that its StreamMaxLength is at least 25M.", fault);
        }
    }

    private async Task<bool> Ask(Stream content, CancellationToken cancellation)
    {
        var isUnix = address.Scheme == "unix";
        using var socket = isUnix
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        if (isUnix)
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(address.AbsolutePath), cancellation);
        }
        else
        {
            await socket.ConnectAsync(address.Host, address.Port, cancellation);
        }

        await using var wire = new NetworkStream(socket);
        await wire.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellation);
        var piece = new byte[sizeof(uint) + Piece];
        int read;
        while ((read = await content.ReadAtLeastAsync(piece.AsMemory(sizeof(uint)), Piece, throwOnEndOfStream: false, cancellation)) > 0)
        {
            BinaryPrimitives.WriteUInt32BigEndian(piece, (uint)read);
            await wire.WriteAsync(piece.AsMemory(0, sizeof(uint) + read), cancellation);
        }

        await wire.WriteAsync(new byte[sizeof(uint)], cancellation);
        return Verdict(await Answer(wire, cancellation));
    }

    private bool Verdict(string answer) => answer switch
    {
        "stream: OK" => true,
        _ when answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal) => false,
        _ => throw new ScannerUnavailableException($"The scanner at {address} did not say whether the file is clean."),
    };

    /// <summary>Up to its ending zero, or the end of the connection.</summary>
    private static async Task<string> Answer(NetworkStream wire, CancellationToken cancellation)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        int read;
        while (length < LongestAnswer && (read = await wire.ReadAsync(answer.AsMemory(length), cancellation)) > 0)
        {
            length += read;
            if (answer[length - 1] == 0)
            {
                length--;
                break;
            }
        }

        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\n');
    }
}
