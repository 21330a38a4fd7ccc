using System.Security.Cryptography;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Storage;
using Diversion.Casework.Trials;
using Diversion.Domain.Scrutiny;
using Diversion.Evaluation.Trial;

namespace Diversion.Casework.Scrutiny;

/// <summary>The seeds of sittings: made here, encrypted as those of trials are, and never written in the clear before the sitting has closed.</summary>
public sealed class PanelSeeds(IDataKeys keys, ISeedSource source)
{
    /// <returns>What is published and stored of a new seed.</returns>
    public (string Seal, string Key) Make()
    {
        var seed = source.Next();
        return (new AllocationSeed(seed).Seal, Convert.ToBase64String(keys.Wrap(seed)));
    }

    /// <exception cref="StorageUnavailableException">The installation's key is not the one under which the sitting was sealed.</exception>
    public AllocationSeed Of(SittingState sitting)
    {
        try
        {
            var seed = new AllocationSeed(keys.Unwrap(Convert.FromBase64String(sitting.Key)));
            return seed.Seal == sitting.Seal ? seed : throw Lost(sitting, null);
        }
        catch (CryptographicException other)
        {
            throw Lost(sitting, other);
        }
    }

    private static StorageUnavailableException Lost(SittingState sitting, Exception? cause) => new(
        $"The seed of the sitting {sitting.Quarter} cannot be opened: the key of this installation is not the one under which it was sealed. Restore it from a backup. Nothing was drawn.", cause!);
}
