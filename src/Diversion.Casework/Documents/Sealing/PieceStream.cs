namespace Diversion.Casework.Documents.Sealing;

/// <summary>A stream that is read once, forwards, and made piece by piece as it is read: 20 MB never lie in memory.</summary>
internal abstract class PieceStream(Stream source, int sourcePiece) : Stream
{
    private byte[] piece = [];
    private int taken;
    private byte[]? current;
    private byte[]? ahead;
    private int held;
    private bool isOver;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    protected Stream Source => source;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (taken == piece.Length && !isOver)
        {
            piece = await Next(cancellationToken);
            taken = 0;
        }

        var count = Math.Min(buffer.Length, piece.Length - taken);
        piece.AsMemory(taken, count).CopyTo(buffer);
        taken += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    /// <summary>Makes the first piece now, so that a fault in it shows before anything is sent on.</summary>
    public async ValueTask Begin(CancellationToken cancellation)
    {
        if (piece.Length == 0)
        {
            piece = await Next(cancellation);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>What comes before the first piece.</summary>
    protected abstract ValueTask<byte[]> Head(CancellationToken cancellation);

    protected abstract byte[] Make(ReadOnlySpan<byte> from, bool isLast);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<byte[]> Next(CancellationToken cancellation)
    {
        if (current is null)
        {
            var head = await Head(cancellation);
            (current, ahead) = (new byte[sourcePiece], new byte[sourcePiece]);
            held = await source.ReadAtLeastAsync(current, sourcePiece, throwOnEndOfStream: false, cancellation);
            if (head.Length > 0)
            {
                return head;
            }
        }

        // Only what comes after a whole piece tells whether it is the last.
        var more = held < sourcePiece ? 0 : await source.ReadAtLeastAsync(ahead!, sourcePiece, throwOnEndOfStream: false, cancellation);
        var made = Make(current.AsSpan(0, held), isLast: more == 0);
        isOver = more == 0;
        (current, ahead, held) = (ahead!, current, more);
        return made;
    }
}
