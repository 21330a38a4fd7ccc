using System.Security.Cryptography;

namespace Diversion.Casework.Documents.Sealing;

/// <summary>A key of 32 bytes that this process holds: on one machine, and where there is no key vault.</summary>
public sealed class WrappingKey : IDataKeys
{
    public const int Bytes = 32;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] key;

    public WrappingKey(byte[] key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, Bytes, nameof(key));
        this.key = key;
    }

    /// <summary>A key for papers alone, made from a secret that is kept for something else.</summary>
    public static WrappingKey From(byte[] secret) => new(HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Bytes, info: "diversion papers 1"u8.ToArray()));

    public byte[] Wrap(byte[] dataKey)
    {
        var wrapped = new byte[NonceBytes + TagBytes + dataKey.Length];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(wrapped.AsSpan(0, NonceBytes), dataKey, wrapped.AsSpan(NonceBytes + TagBytes), wrapped.AsSpan(NonceBytes, TagBytes));
        return wrapped;
    }

    public byte[] Unwrap(byte[] wrapped)
    {
        if (wrapped.Length <= NonceBytes + TagBytes)
        {
            throw new CryptographicException("A wrapped key is too short.");
        }

        var dataKey = new byte[wrapped.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(wrapped.AsSpan(0, NonceBytes), wrapped.AsSpan(NonceBytes + TagBytes), wrapped.AsSpan(NonceBytes, TagBytes), dataKey);
        return dataKey;
    }
}
