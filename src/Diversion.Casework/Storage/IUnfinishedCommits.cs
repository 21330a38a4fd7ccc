namespace Diversion.Casework.Storage;

/// <summary>
/// Completes what a crash left undone between the first transaction of a commit and those that follow it. Only a store that
/// cannot write both at once has anything to do here.
/// </summary>
public interface IUnfinishedCommits
{
    /// <summary>Afterwards everything durable in this partition has had its following transactions applied.</summary>
    /// <exception cref="StorageUnavailableException">The store does not answer; try again.</exception>
    ValueTask Finish(string table, string partition, CancellationToken cancellation = default);

    /// <summary>The partitions in which something is not finished. The store looks through the whole table: not for a request.</summary>
    /// <exception cref="StorageUnavailableException">The store does not answer; try again.</exception>
    IAsyncEnumerable<string> Find(string table, CancellationToken cancellation = default);
}
