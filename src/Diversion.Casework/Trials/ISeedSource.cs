using System.Security.Cryptography;

namespace Diversion.Casework.Trials;

/// <summary>Where the secret bits of a trial come from.</summary>
public interface ISeedSource
{
    /// <returns>32 bytes that nobody can foresee.</returns>
    byte[] Next();
}

/// <summary>The machine's cryptographic generator.</summary>
public sealed class RandomSeeds : ISeedSource
{
    public static readonly RandomSeeds Instance = new();

    private RandomSeeds()
    {
    }

    public byte[] Next() => RandomNumberGenerator.GetBytes(Evaluation.Trial.AllocationSeed.Bytes);
}
