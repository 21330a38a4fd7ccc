using Diversion.Local.Storage;

namespace Diversion.Local.Backups;

/// <summary>
/// The batches in <c>feeds/</c> move while a backup is taken: first their items are stored, then the file goes to <c>done</c>.
/// A batch that is in the backup both as done and as waiting does no harm, since a repeat changes nothing; one that is done
/// there and whose items are not in the database would be lost. So what waits is packed before the database is copied, and what
/// was finished since is packed as waiting too.
/// </summary>
internal sealed class FeedsMeanwhile(string dataFolder, BackupArchive archive)
{
    private const string Feeds = "feeds";

    private readonly HashSet<string> finished = new(StringComparer.Ordinal);

    /// <summary>Before the database is copied.</summary>
    public async Task PackWhatWaits(CancellationToken cancellation)
    {
        // What is finished is listed first: what moves there afterwards counts as finished since.
        var all = Files().ToArray();
        finished.UnionWith(all.Where(file => WaitedAs(file) is not null));
        foreach (var waiting in all.Where(file => WaitedAs(file) is null && BackupPaths.IsSafe(file) && BackupPaths.IsCopied(file)))
        {
            await archive.Add(Path.Combine(dataFolder, waiting), waiting, cancellation);
        }
    }

    /// <summary>After the database was copied.</summary>
    public async Task PackWhatWasFinishedSince(CancellationToken cancellation)
    {
        foreach (var file in Files().Where(file => !finished.Contains(file) && BackupPaths.IsSafe(file) && BackupPaths.IsCopied(file)))
        {
            if (WaitedAs(file) is { } waited && !archive.Has(waited))
            {
                await archive.Add(Path.Combine(dataFolder, file), waited, cancellation);
            }
        }
    }

    private IEnumerable<string> Files()
    {
        var folder = Path.Combine(dataFolder, Feeds);
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", BackupWriter.Everything).Select(file => BackupPaths.Within(dataFolder, file))
            : [];
    }

    /// <returns>Where a finished batch waited: <c>feeds/x/done/a.json</c> was <c>feeds/x/a.json</c>. Null for what isn't one.</returns>
    private static string? WaitedAs(string path) =>
        path.Split('/') is [Feeds, var feed, "done" or "refused", var name] && !name.EndsWith(".reason.txt", StringComparison.Ordinal) ? $"{Feeds}/{feed}/{name}" : null;
}
