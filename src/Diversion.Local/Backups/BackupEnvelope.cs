using System.IO.Pipelines;
using System.Security.Cryptography;
using Diversion.Casework.Documents.Sealing;
using Diversion.Local.Faults;

namespace Diversion.Local.Backups;

/// <summary>
/// The outside of a backup: a tar as it is, or <c>DVBK1</c>, the fingerprint of the key (16 bytes) and the tar sealed in
/// pieces of 64 KB with AES-256-GCM. Each piece is bound to the fingerprint, to its number and to whether it is the last.
/// </summary>
internal static class BackupEnvelope
{
    private const int FingerprintBytes = 16;

    private static ReadOnlySpan<byte> Mark => "DVBK1\0"u8;

    /// <param name="pack">Writes the tar to the stream that it is given, which only takes asynchronous writes forwards.</param>
    public static async Task Write(Stream file, BackupKey? key, Func<Stream, Task> pack, CancellationToken cancellation)
    {
        if (key is null)
        {
            await pack(file);
            return;
        }

        var head = Head(key.Fingerprint);
        await file.WriteAsync(head, cancellation);
        var pipe = new Pipe();
        var packing = Pack(pipe.Writer, pack);
        await using (var @sealed = SealedStreams.Seal(pipe.Reader.AsStream(), head, key.Wrapping))
        {
            try
            {
                await @sealed.CopyToAsync(file, cancellation);
            }
            catch
            {
                // Whatever is still being packed must not wait for a reader for ever.
                await pipe.Reader.CompleteAsync();
                await packing.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                throw;
            }
        }

        await packing;
    }

    /// <returns>The tar, to be read asynchronously; disposing it closes the file.</returns>
    /// <exception cref="CannotGoOnException">It is encrypted and there is no key, or another one.</exception>
    /// <exception cref="CryptographicException">Now or while it is read: it was changed or cut short.</exception>
    public static async Task<Stream> Open(FileStream file, BackupKey? key, CancellationToken cancellation)
    {
        var head = new byte[Mark.Length + FingerprintBytes];
        var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        if (read < head.Length || !head.AsSpan().StartsWith(Mark))
        {
            file.Position = 0;
            return file;
        }

        if (key is null)
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, $"{file.Name} is encrypted. Name the file of its key with --key.");
        }

        return head.AsSpan(Mark.Length).SequenceEqual(key.Fingerprint)
            ? await SealedStreams.Open(file, head, key.Wrapping, cancellation)
            : throw new CannotGoOnException(ExitCodes.WrongUsage, $"{file.Name} was encrypted with another key. Name the key that it was made with; nothing was changed.");
    }

    private static byte[] Head(byte[] fingerprint) => [.. Mark, .. fingerprint];

    private static async Task Pack(PipeWriter writer, Func<Stream, Task> pack)
    {
        // On another thread than the reader, who seals and writes meanwhile.
        await Task.Yield();
        try
        {
            await pack(writer.AsStream(leaveOpen: true));
            await writer.CompleteAsync();
        }
        catch (Exception fault)
        {
            await writer.CompleteAsync(fault);
            throw;
        }
    }
}
