using System.Security.Cryptography;
using System.Text;

namespace Diversion.Casework.Register;

/// <summary>Names for cases that reveal nothing without the key; the same case always has the same one.</summary>
public sealed class Pseudonyms(byte[] secret)
{
    private readonly byte[] key = HMACSHA256.HashData(secret, "pseudonym"u8);

    public string Of(string reference) => $"P-{Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(reference)))[..16]}";
}
