namespace Diversion.Casework.Storage;

/// <summary>What was overwritten or deleted may still be in the store's files.</summary>
public interface IErasedSpace
{
    /// <summary>Afterwards no file of the store holds anything but what can be read from it. Commits wait meanwhile.</summary>
    /// <exception cref="StorageUnavailableException">Not now: there is no space, or somebody reads. What was there is unchanged.</exception>
    ValueTask Reclaim(CancellationToken cancellation = default);
}
