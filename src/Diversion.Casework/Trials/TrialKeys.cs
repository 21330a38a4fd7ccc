using System.Collections.Concurrent;
using System.Security.Cryptography;
using Diversion.Casework.Documents.Sealing;
using Diversion.Domain.Trials;
using Diversion.Evaluation.Trial;

namespace Diversion.Casework.Trials;

/// <summary>
/// The secrets of trials: made here, encrypted with the installation's key as those of papers are, and never written in the
/// clear. Opened ones stay in memory, since on Azure opening one is a request to the vault.
/// </summary>
public sealed class TrialKeys(IDataKeys keys, ISeedSource source)
{
    private readonly ConcurrentDictionary<string, AllocationSeed> seeds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> people = new(StringComparer.Ordinal);

    /// <summary>A new seed and a new key for people.</summary>
    /// <returns>What is stored and published of them.</returns>
    public (string Seal, SealedTrialKeys Keys) Make()
    {
        var seed = source.Next();
        return (new AllocationSeed(seed).Seal, new SealedTrialKeys(Convert.ToBase64String(keys.Wrap(seed)), Convert.ToBase64String(keys.Wrap(source.Next()))));
    }

    /// <exception cref="CryptographicException">The stored seed is not the one whose seal was published, or the key of the installation is another.</exception>
    public AllocationSeed SeedOf(TrialState trial) => seeds.GetOrAdd(trial.Seal!, _ =>
    {
        var seed = new AllocationSeed(keys.Unwrap(Convert.FromBase64String(trial.Keys!.Seed)));
        return seed.Seal == trial.Seal
            ? seed
            : throw new CryptographicException($"The seed of the trial {trial.Id} is not the one that was sealed. Run `verify`; nobody is allocated until this is settled.");
    });

    /// <inheritdoc cref="SeedOf"/>
    public byte[] PeopleKeyOf(TrialState trial) => people.GetOrAdd(trial.Seal!, _ => keys.Unwrap(Convert.FromBase64String(trial.Keys!.People)));
}
