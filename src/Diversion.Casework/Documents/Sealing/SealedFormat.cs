using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Diversion.Casework.Documents.Sealing;

/// <summary>
/// How a paper is stored: <c>DVP1</c>, the length of the wrapped key (2 bytes), the wrapped key, then pieces of 64 KB, each
/// sealed with AES-256-GCM under the paper's own key and followed by its tag. The nonce holds the number of the piece and
/// whether it is the last, so pieces can be neither moved nor left out; each is bound to the paper's place in the store, so
/// that no paper can stand in for another. Stored data depend on every detail here.
/// </summary>
internal static class SealedFormat
{
    public const int KeyBytes = 32;
    public const int TagBytes = 16;
    public const int Piece = 64 * 1024;
    public const int LongestWrapped = 4096;

    public static ReadOnlySpan<byte> Mark => "DVP1"u8;

    public static byte[] Nonce(uint number, bool isLast)
    {
        var nonce = new byte[12];
        nonce[0] = isLast ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32BigEndian(nonce.AsSpan(8), number);
        return nonce;
    }
}

/// <summary>Seals what it reads from its source.</summary>
internal sealed class SealingStream(Stream plain, byte[] place, IDataKeys keys) : PieceStream(plain, SealedFormat.Piece)
{
    private readonly byte[] key = RandomNumberGenerator.GetBytes(SealedFormat.KeyBytes);
    private uint number;

    protected override ValueTask<byte[]> Head(CancellationToken cancellation)
    {
        var wrapped = keys.Wrap(key);
        var head = new byte[SealedFormat.Mark.Length + sizeof(ushort) + wrapped.Length];
        SealedFormat.Mark.CopyTo(head);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(SealedFormat.Mark.Length), checked((ushort)wrapped.Length));
        wrapped.CopyTo(head, SealedFormat.Mark.Length + sizeof(ushort));
        return new(head);
    }

    protected override byte[] Make(ReadOnlySpan<byte> from, bool isLast)
    {
        var made = new byte[from.Length + SealedFormat.TagBytes];
        using var aes = new AesGcm(key, SealedFormat.TagBytes);
        aes.Encrypt(SealedFormat.Nonce(number++, isLast), from, made.AsSpan(0, from.Length), made.AsSpan(from.Length), place);
        return made;
    }
}

/// <summary>Opens what <see cref="SealingStream"/> sealed. Nothing comes out that was changed.</summary>
/// <exception cref="CryptographicException">While it is read: it was changed, cut short, or sealed elsewhere.</exception>
internal sealed class OpeningStream(Stream @sealed, byte[] place, IDataKeys keys) : PieceStream(@sealed, SealedFormat.Piece + SealedFormat.TagBytes)
{
    private byte[] key = [];
    private uint number;

    protected override async ValueTask<byte[]> Head(CancellationToken cancellation)
    {
        var start = new byte[SealedFormat.Mark.Length + sizeof(ushort)];
        if (await Source.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation) < start.Length || !start.AsSpan().StartsWith(SealedFormat.Mark))
        {
            throw new CryptographicException("It does not begin as a sealed paper does.");
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(start.AsSpan(SealedFormat.Mark.Length));
        var wrapped = new byte[length];
        if (length > SealedFormat.LongestWrapped || await Source.ReadAtLeastAsync(wrapped, length, throwOnEndOfStream: false, cancellation) < length)
        {
            throw new CryptographicException("Its wrapped key is cut short.");
        }

        key = keys.Unwrap(wrapped);
        return [];
    }

    protected override byte[] Make(ReadOnlySpan<byte> from, bool isLast)
    {
        if (from.Length < SealedFormat.TagBytes)
        {
            throw new CryptographicException("It is cut short.");
        }

        var made = new byte[from.Length - SealedFormat.TagBytes];
        using var aes = new AesGcm(key, SealedFormat.TagBytes);
        aes.Decrypt(SealedFormat.Nonce(number++, isLast), from[..made.Length], from[made.Length..], made, place);
        return made;
    }
}
