using System.Security.Cryptography;

namespace Diversion.Local.Backups;

/// <summary>
/// The first bytes of a file that may grow meanwhile, hashed as they are read. One that becomes shorter is a fault.
/// </summary>
internal sealed class MeasuredStream(Stream source, long length, IncrementalHash hash) : Stream
{
    private long position;

    public override bool CanRead => true;

    // Whoever packs it asks for length and position, and reads forwards.
    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => position; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var wanted = (int)Math.Min(buffer.Length, length - position);
        if (wanted == 0)
        {
            return 0;
        }

        var count = await source.ReadAsync(buffer[..wanted], cancellationToken);
        if (count == 0)
        {
            throw new EndOfStreamException("A file became shorter while it was copied. Try again.");
        }

        hash.AppendData(buffer.Span[..count]);
        position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
