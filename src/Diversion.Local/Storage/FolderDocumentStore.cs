using System.Runtime.CompilerServices;
using Diversion.Casework.Documents;
using Diversion.Casework.Storage;
using NodaTime;

namespace Diversion.Local.Storage;

/// <summary>
/// Papers as files of their own, <c>papers/{agreement}/{paper}</c> under the data folder, which only their owner may read.
/// They are sealed: without the key beside the database nobody can read them.
/// </summary>
public sealed class FolderDocumentStore(string dataFolder) : IDocumentStore
{
    public const string FolderName = "papers";

    /// <summary>Not finished: left behind when the process was killed, and deleted with the orphans.</summary>
    private const string Unfinished = ".part";

    private readonly string folder = Path.Combine(dataFolder, FolderName);

    public ValueTask Write(DocumentKey key, Stream content, CancellationToken cancellation = default) => Try(async () =>
    {
        cancellation.ThrowIfCancellationRequested();
        var path = PathOf(key);
        OwnerOnly.MakeFolder(folder);
        OwnerOnly.MakeFolder(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            await using (var file = OwnerOnly.Create(unfinished))
            {
                await content.CopyToAsync(file, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        return true;
    });

    public ValueTask<Stream?> Read(DocumentKey key, CancellationToken cancellation = default) => Answer<Stream?>(() =>
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    });

    /// <remarks>While a backup is taken nothing is deleted: the copied database may name it. The event that removes a paper comes
    /// before this call, and the daily look for papers that no case knows deletes what is left.
    /// </remarks>
    public ValueTask Delete(DocumentKey key, CancellationToken cancellation = default) => Try(() =>
    {
        cancellation.ThrowIfCancellationRequested();
        if (File.Exists(PathOf(key)) && !BackupLock.IsHeld(dataFolder))
        {
            File.Delete(PathOf(key));
        }

        return Task.FromResult(true);
    });

    public async IAsyncEnumerable<StoredDocument> All([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var files = await Answer(() => Task.FromResult<FileInfo[]>(Directory.Exists(folder) ? new DirectoryInfo(folder).GetFiles("*", SearchOption.AllDirectories) : []));
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            var written = Instant.FromDateTimeUtc(file.LastWriteTimeUtc);
            if (file.Name.EndsWith(Unfinished, StringComparison.Ordinal))
            {
                RemoveIfOld(file);
            }
            else if (DocumentKey.Read($"{file.Directory!.Name}/{file.Name}") is { } key)
            {
                yield return new StoredDocument(key, written);
            }
        }
    }

    /// <summary>Nobody is still writing it.</summary>
    private static void RemoveIfOld(FileInfo file)
    {
        if (file.LastWriteTimeUtc < TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-1))
        {
            file.Delete();
        }
    }

    private string PathOf(DocumentKey key) => Path.Combine(folder, key.Agreement, key.Document);

    private async ValueTask Try(Func<Task<bool>> act) => await Answer(act);

    private async ValueTask<T> Answer<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception outage) when (outage is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException(
                $"The folder of papers {folder} cannot be used: {outage.Message} Check that the disk has space and that this account may write there.", outage);
        }
    }
}
