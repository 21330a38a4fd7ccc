using System.Buffers.Binary;
using System.Security.Cryptography;
using Diversion.Casework.Trials;

namespace Diversion.Simulation.Running;

/// <summary>The seeds of a simulated trial: the same again with the same number, so a simulation can be repeated. Nothing is concealed.</summary>
internal sealed class RepeatableSeeds(ulong seed) : ISeedSource
{
    private ulong made;

    public byte[] Next() => At(seed, ++made);

    /// <param name="number">Of the seed, from 1.</param>
    public static byte[] At(ulong seed, ulong number)
    {
        Span<byte> text = stackalloc byte[2 * sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(text, seed);
        BinaryPrimitives.WriteUInt64BigEndian(text[sizeof(ulong)..], number);
        return SHA256.HashData(text);
    }
}
