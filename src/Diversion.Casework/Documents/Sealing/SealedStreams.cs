namespace Diversion.Casework.Documents.Sealing;

/// <summary>The sealed format of papers for any other long content, such as a backup: pieces of 64 KB, never all in memory.</summary>
public static class SealedStreams
{
    /// <param name="plain">Read to its end, asynchronously, and disposed with the result.</param>
    /// <param name="place">What the content is bound to: it opens nowhere else.</param>
    public static Stream Seal(Stream plain, byte[] place, IDataKeys keys) => new SealingStream(plain, place, keys);

    /// <param name="sealed">Disposed with the result, which is read asynchronously.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Now or while the result is read: it was changed, cut short, or sealed with another key.</exception>
    public static async ValueTask<Stream> Open(Stream @sealed, byte[] place, IDataKeys keys, CancellationToken cancellation = default)
    {
        var opened = new OpeningStream(@sealed, place, keys);
        try
        {
            await opened.Begin(cancellation);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }
}
