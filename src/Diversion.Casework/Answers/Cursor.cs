using System.Security.Cryptography;
using System.Text;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Answers;

/// <summary>
/// The position of the next page. Encrypted, since it contains the key of the last row, and that key contains a reference
/// which not everybody who pages may see.
/// </summary>
public sealed class Cursor(byte[] secret)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int Longest = 1024;
    private readonly byte[] key = HMACSHA256.HashData(secret, "cursor"u8);

    /// <param name="list">The list that it belongs to; it is valid for no other.</param>
    public string Seal(string list, string position)
    {
        var plain = Encoding.UTF8.GetBytes(position);
        var sealedBytes = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(
            sealedBytes.AsSpan(0, NonceSize), plain, sealedBytes.AsSpan(NonceSize + TagSize), sealedBytes.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(list));
        return System.Buffers.Text.Base64Url.EncodeToString(sealedBytes);
    }

    /// <returns>The position, null for the first page, or a refusal.</returns>
    public Reply<string?> Open(string list, string? cursor)
    {
        if (cursor is null)
        {
            return new Reply<string?>.Given(null);
        }

        try
        {
            if (cursor.Length <= Longest
                && System.Buffers.Text.Base64Url.DecodeFromChars(cursor) is { Length: > NonceSize + TagSize } bytes)
            {
                var plain = new byte[bytes.Length - NonceSize - TagSize];
                using var cipher = new AesGcm(key, TagSize);
                cipher.Decrypt(
                    bytes.AsSpan(0, NonceSize), bytes.AsSpan(NonceSize + TagSize), bytes.AsSpan(NonceSize, TagSize), plain, Encoding.UTF8.GetBytes(list));
                return new Reply<string?>.Given(Encoding.UTF8.GetString(plain));
            }
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            // Not one of ours, or for another list.
        }

        return new Refusal.Invalid(CaseworkRefusal.CursorInvalid, "The cursor is not one of this list. Begin again without it.");
    }
}
