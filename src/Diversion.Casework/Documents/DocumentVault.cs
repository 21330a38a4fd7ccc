using System.Security.Cryptography;
using System.Text;
using Diversion.Casework.Documents.Sealing;
using Diversion.Domain.Documents;

namespace Diversion.Casework.Documents;

/// <summary>The bytes of the papers, sealed as they go into the store and opened as they come out.</summary>
public sealed class DocumentVault(IDocumentStore store, IDataKeys keys)
{
    /// <param name="plain">Read to its end, and left open.</param>
    public async ValueTask Put(DocumentKey key, Stream plain, CancellationToken cancellation = default) =>
        await store.Write(key, new SealingStream(plain, PlaceOf(key), keys), cancellation);

    /// <returns>Null when there is none.</returns>
    /// <exception cref="CryptographicException">Now or while it is read: it was changed, or sealed with another key.</exception>
    public async ValueTask<Stream?> Open(DocumentKey key, CancellationToken cancellation = default)
    {
        return await store.Read(key, cancellation) is { } @sealed ? await SealedStreams.Open(@sealed, PlaceOf(key), keys, cancellation) : null;
    }

    /// <summary>Each piece is bound to it. Stored data depend on it.</summary>
    private static byte[] PlaceOf(DocumentKey key) => Encoding.UTF8.GetBytes(key.ToString());

    public ValueTask Delete(DocumentKey key, CancellationToken cancellation = default) => store.Delete(key, cancellation);

    public IAsyncEnumerable<StoredDocument> All(CancellationToken cancellation = default) => store.All(cancellation);

    /// <summary>Reads a paper to its end and compares it with what its event says.</summary>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public async ValueTask<string?> Fault(string agreement, Document document, CancellationToken cancellation = default)
    {
        try
        {
            await using var plain = await Open(new DocumentKey(agreement, document.Id), cancellation);
            if (plain is null)
            {
                return "its file is missing";
            }

            var hash = await SHA256.HashDataAsync(plain, cancellation);
            return Convert.ToHexStringLower(hash) == document.Sha256 ? null : "its file is not the one that was added";
        }
        catch (CryptographicException)
        {
            return "its file was changed, or sealed with another key";
        }
    }
}
