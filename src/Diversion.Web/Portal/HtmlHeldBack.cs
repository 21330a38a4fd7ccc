using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Portal;

/// <summary>
/// The body of a response that buffers HTML, so that it can still become a redirect. Anything else passes through
/// unchanged.
/// </summary>
internal sealed class HtmlHeldBack(HttpResponse response, Stream body) : Stream
{
    private readonly MemoryStream html = new();
    private bool? holds;

    /// <summary>Null when the response is not HTML.</summary>
    public MemoryStream? Html => holds == true ? html : null;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    private Stream Target => (holds ??= response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true) ? html : body;

    public override void Write(byte[] buffer, int offset, int count) => Target.Write(buffer, offset, count);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => Target.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Target.WriteAsync(buffer, offset, count, cancellationToken);

    public override void Flush()
    {
        if (holds == false)
        {
            body.Flush();
        }
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => holds == false ? body.FlushAsync(cancellationToken) : Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
