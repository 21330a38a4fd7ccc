using System.Security.Cryptography;
using System.Text;

namespace Diversion.Casework.Register;

/// <summary>
/// Pseudonyms of many, one after another. Setting up a keyed hash costs more than computing it for a reference, so it is
/// done once. Not for two threads at once.
/// </summary>
internal sealed class PseudonymRun(byte[] key) : IDisposable
{
    private const int Hexadecimals = 16;

    private readonly IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);

    /// <param name="reference">In UTF-8.</param>
    public string Of(ReadOnlySpan<byte> reference) => Name('P', reference);

    public string OfWorker(string id) => Name('W', Encoding.UTF8.GetBytes($"worker\n{id}"));

    public void Dispose() => hash.Dispose();

    private string Name(char first, ReadOnlySpan<byte> text)
    {
        Span<byte> hashed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hash.AppendData(text);
        hash.GetHashAndReset(hashed);
        Span<char> name = stackalloc char[2 + Hexadecimals];
        (name[0], name[1]) = (first, '-');
        Convert.TryToHexStringLower(hashed[..(Hexadecimals / 2)], name[2..], out _);
        return new string(name);
    }
}
