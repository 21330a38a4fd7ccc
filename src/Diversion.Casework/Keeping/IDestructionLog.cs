namespace Diversion.Casework.Keeping;

/// <summary>
/// What was destroyed, kept apart from the store: when the store is restored from a backup of before, what was erased since
/// is erased again by this log.
/// </summary>
/// <exception cref="Storage.StorageUnavailableException">From each method: it cannot be read or written.</exception>
public interface IDestructionLog
{
    /// <summary>Durable when it returns. Called again for the same, it may stand there twice.</summary>
    ValueTask Add(DestructionEntry entry, CancellationToken cancellation = default);

    /// <summary>Oldest first.</summary>
    ValueTask<IReadOnlyList<DestructionEntry>> All(CancellationToken cancellation = default);
}
