using System.Collections.Concurrent;
using System.Security.Cryptography;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Storage;
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

    /// <exception cref="StorageUnavailableException">The installation's key is not the one under which the trial was sealed.</exception>
    public AllocationSeed SeedOf(TrialState trial) => seeds.GetOrAdd(trial.Seal!, _ =>
    {
        var seed = new AllocationSeed(Open(trial, trial.Keys!.Seed));
        return seed.Seal == trial.Seal ? seed : throw Lost(trial, null);
    });

    /// <inheritdoc cref="SeedOf"/>
    public byte[] PeopleKeyOf(TrialState trial) => people.GetOrAdd(trial.Seal!, _ => Open(trial, trial.Keys!.People));

    private byte[] Open(TrialState trial, string wrapped)
    {
        try
        {
            return keys.Unwrap(Convert.FromBase64String(wrapped));
        }
        catch (CryptographicException other)
        {
            throw Lost(trial, other);
        }
    }

    private static StorageUnavailableException Lost(TrialState trial, Exception? cause) => new(
        $"The keys of the trial {trial.Id} cannot be opened: the key of this installation is not the one under which they were sealed. Restore it from a backup. Nothing was allocated.", cause!);
}
