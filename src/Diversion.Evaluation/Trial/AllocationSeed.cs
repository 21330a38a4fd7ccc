using System.Security.Cryptography;
using System.Text;

namespace Diversion.Evaluation.Trial;

/// <summary>
/// The 256 bits from which every allocation of a trial follows. Whoever has them can foresee each arm: they stay sealed
/// until the trial closes. This class never writes them into a text by itself.
/// </summary>
public sealed class AllocationSeed
{
    public const int Bytes = 32;

    private readonly byte[] _key;

    /// <param name="key">32 bytes from a cryptographic generator; chance belongs to the caller.</param>
    /// <exception cref="ArgumentException">Not 32 bytes, or all the same byte.</exception>
    public AllocationSeed(ReadOnlySpan<byte> key)
    {
        if (key.Length != Bytes || !key.ContainsAnyExcept(key[0]))
        {
            throw new ArgumentException($"A seed is {Bytes} random bytes.", nameof(key));
        }

        _key = key.ToArray();
    }

    /// <summary>What is published before the first allocation: SHA-256 of the 32 bytes, in lower-case hexadecimal.</summary>
    public string Seal => Convert.ToHexStringLower(SHA256.HashData(_key));

    /// <summary>The seed in hexadecimal, to be shown when the trial has closed and never before.</summary>
    public string Open() => Convert.ToHexStringLower(_key);

    /// <returns>The seed, or null when the text is not 64 hexadecimal digits of a seed.</returns>
    public static AllocationSeed? Read(string? text)
    {
        var digits = (text ?? "").Trim();
        return digits.Length == 2 * Bytes && digits.All(char.IsAsciiHexDigit) && Convert.FromHexString(digits) is var key && key.AsSpan().ContainsAnyExcept(key[0])
            ? new AllocationSeed(key)
            : null;
    }

    /// <summary>The generator: HMAC-SHA-256 of a text under the seed.</summary>
    internal Draw Draw(string text) => new(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));

    public override string ToString() => "(sealed)";
}
