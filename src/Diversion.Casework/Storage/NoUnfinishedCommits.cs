namespace Diversion.Casework.Storage;

/// <summary>For stores that apply a whole commit at once.</summary>
public sealed class NoUnfinishedCommits : IUnfinishedCommits
{
    public ValueTask Finish(string table, string partition, CancellationToken cancellation = default) => ValueTask.CompletedTask;

    public IAsyncEnumerable<string> Find(string table, CancellationToken cancellation = default) => AsyncEnumerable.Empty<string>();
}
