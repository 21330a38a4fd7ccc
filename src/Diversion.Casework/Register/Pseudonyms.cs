using System.Security.Cryptography;
using System.Text;

namespace Diversion.Casework.Register;

/// <summary>Names for cases and workers that reveal nothing without the key; the same one always has the same name.</summary>
public sealed class Pseudonyms(byte[] secret)
{
    private readonly byte[] key = HMACSHA256.HashData(secret, "pseudonym"u8);

    public string Of(string reference) => $"P-{Hash(reference)}";

    /// <summary>Of who held a meeting; never the one of a case, whatever the id.</summary>
    public string OfWorker(string id) => $"W-{Hash($"worker\n{id}")}";

    /// <summary>
    /// Pseudonyms of one release of an extract: who has another release cannot join the two. The same salt gives the same
    /// ones again.
    /// </summary>
    public Pseudonyms Release(string salt) => new(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"release\n{salt}")));

    /// <summary>The same names, for one after another: the keyed hash is set up once.</summary>
    internal PseudonymRun Many() => new(key);

    private string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)))[..16];
}
