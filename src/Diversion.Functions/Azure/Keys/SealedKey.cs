using System.Security.Cryptography;
using System.Xml.Linq;

namespace Diversion.Functions.Azure.Keys;

/// <summary>A key for cookies and forms, as it is stored.</summary>
/// <param name="Version">The version of the vault's key that wrapped the AES key.</param>
/// <param name="Wrapped">The AES key, wrapped.</param>
/// <param name="Nonce">The nonce of AES-GCM.</param>
/// <param name="Tag">The tag of AES-GCM: changed data do not open.</param>
/// <param name="Sealed">The key's XML, encrypted.</param>
internal sealed record SealedKey(Uri Version, byte[] Wrapped, byte[] Nonce, byte[] Tag, byte[] Sealed)
{
    public const int KeyBytes = 32;

    public static SealedKey Seal(byte[] plain, byte[] key, Uri version, byte[] wrapped)
    {
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var tag = new byte[AesGcm.TagByteSizes.MaxSize];
        var @sealed = new byte[plain.Length];
        using var aes = new AesGcm(key, tag.Length);
        aes.Encrypt(nonce, plain, @sealed, tag);
        return new SealedKey(version, wrapped, nonce, tag, @sealed);
    }

    /// <exception cref="CryptographicException">The data were changed, or this is the wrong key.</exception>
    public byte[] Open(byte[] key)
    {
        var plain = new byte[Sealed.Length];
        using var aes = new AesGcm(key, Tag.Length);
        aes.Decrypt(Nonce, Sealed, Tag, plain);
        return plain;
    }

    public XElement ToXml() => new(
        "sealedKey",
        new XElement("version", Version.AbsoluteUri),
        new XElement("wrapped", Convert.ToBase64String(Wrapped)),
        new XElement("nonce", Convert.ToBase64String(Nonce)),
        new XElement("tag", Convert.ToBase64String(Tag)),
        new XElement("sealed", Convert.ToBase64String(Sealed)));

    public static SealedKey Read(XElement xml)
    {
        return new SealedKey(new Uri(Text("version")), Bytes("wrapped"), Bytes("nonce"), Bytes("tag"), Bytes("sealed"));

        string Text(string name) => xml.Element(name)?.Value ?? throw new CryptographicException($"A stored key of cookies has no {name}.");
        byte[] Bytes(string name) => Convert.FromBase64String(Text(name));
    }
}
