namespace Diversion.Casework.Storage;

/// <summary>
/// Carries out what a crash left undone between the first transaction of a commit and those that follow it. Only a
/// store that cannot write both at once has anything to do here.
/// </summary>
public interface IUnfinishedCommits
{
    /// <summary>Afterwards whatever was durable in this partition has had its following transactions applied.</summary>
    /// <exception cref="StorageUnavailableException">The store cannot answer; ask again.</exception>
    ValueTask Finish(string table, string partition, CancellationToken cancellation = default);
}
