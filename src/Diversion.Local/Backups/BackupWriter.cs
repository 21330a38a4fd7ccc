using System.Formats.Tar;
using Diversion.Casework.Documents;
using Diversion.Casework.Maintenance;
using Diversion.Local.Faults;
using Diversion.Local.Storage;

namespace Diversion.Local.Backups;

/// <summary>
/// Takes a backup of a data folder while a server writes it. The instant that it shows is that of the copied database; all
/// other files are chosen so that they lack nothing of that instant, and what they have beyond it does no harm.
/// </summary>
/// <param name="now">The machine's time.</param>
internal sealed class BackupWriter(string dataFolder, TimeProvider now)
{
    /// <summary>Where the copy of the database lies for the moment, in the data folder.</summary>
    public const string Staging = "backup.part";

    internal static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    private readonly string folder = Path.GetFullPath(dataFolder);

    /// <summary>For tests: called right after the database was copied.</summary>
    internal Func<Task> Copied { get; init; } = () => Task.CompletedTask;

    /// <param name="destination">The file to write, completely or not at all; it must not exist.</param>
    /// <param name="key">Null leaves the backup unencrypted.</param>
    /// <exception cref="CannotGoOnException">The destination exists.</exception>
    /// <exception cref="Casework.Storage.StorageUnavailableException">There is no database, or another backup runs.</exception>
    public async Task<BackupManifest> Write(string destination, BackupKey? key, CancellationToken cancellation = default)
    {
        var file = Path.GetFullPath(destination);
        if (Path.Exists(file))
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, $"{file} exists. Name a file that does not, so that no older backup is lost.");
        }

        RequireDatabase();
        using var held = await BackupLock.Take(folder, cancellation);
        var staging = Path.Combine(folder, Staging);
        Remove(staging);
        OwnerOnly.MakeFolder(staging);
        var unfinished = file + ".part";
        try
        {
            BackupManifest? manifest = null;
            await using (var stream = OwnerOnly.Create(unfinished, FileMode.Create))
            {
                await BackupEnvelope.Write(
                    stream,
                    key,
                    async target =>
                    {
                        await using var tar = new TarWriter(target, TarEntryFormat.Pax, leaveOpen: true);
                        manifest = await Pack(new BackupArchive(tar), staging, [file, unfinished], cancellation);
                    },
                    cancellation);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, file, overwrite: false);
            return manifest!;
        }
        finally
        {
            File.Delete(unfinished);
            Remove(staging);
        }
    }

    private async Task<BackupManifest> Pack(BackupArchive archive, string staging, string[] ours, CancellationToken cancellation)
    {
        var feeds = new FeedsMeanwhile(folder, archive);
        await feeds.PackWhatWaits(cancellation);
        var schema = DatabaseCopy.Make(folder, staging);
        var takenAt = now.GetUtcNow();
        await Copied();

        await archive.Add(DataFolder.Database(staging), BackupPaths.Database, cancellation);
        var missing = await PackPapers(archive, staging, cancellation);
        File.Delete(DataFolder.Database(staging));
        await feeds.PackWhatWasFinishedSince(cancellation);
        var leftOut = await PackTheRest(archive, ours, cancellation);
        var manifest = new BackupManifest(
            BackupManifest.CurrentFormat,
            typeof(BackupWriter).Assembly.GetName().Version!.ToString(3),
            schema,
            takenAt,
            [.. archive.Files],
            missing,
            leftOut);
        await archive.End(manifest, cancellation);
        return manifest;
    }

    private async Task<IReadOnlyList<string>> PackPapers(BackupArchive archive, string staging, CancellationToken cancellation)
    {
        IReadOnlySet<DocumentKey> named;
        await using (var store = SqliteTableStore.OpenToRead(staging))
        {
            named = await NamedDocuments.In(store, cancellation);
        }

        var missing = new List<string>();
        foreach (var paper in named.Select(paper => paper.ToString()).Order(StringComparer.Ordinal))
        {
            var path = $"{FolderDocumentStore.FolderName}/{paper}";
            if (!await archive.Add(Path.Combine(folder, path), path, cancellation))
            {
                missing.Add(paper);
            }
        }

        return missing;
    }

    private async Task<IReadOnlyList<string>> PackTheRest(BackupArchive archive, string[] ours, CancellationToken cancellation)
    {
        var leftOut = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", Everything))
        {
            var path = BackupPaths.Within(folder, file);
            if (ours.Contains(file) || !BackupPaths.IsCopied(path) || archive.Has(path))
            {
                continue;
            }

            if (BackupPaths.IsSafe(path))
            {
                await archive.Add(file, path, cancellation);
            }
            else
            {
                leftOut.Add(path);
            }
        }

        return leftOut;
    }

    private void RequireDatabase()
    {
        if (!File.Exists(DataFolder.Database(folder)))
        {
            throw new CannotGoOnException(ExitCodes.DataUnavailable, $"There is no Diversion database in {folder}. Name the data folder of a programme.");
        }
    }

    /// <summary>A process that was killed leaves it behind.</summary>
    private static void Remove(string staging)
    {
        if (Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }
    }
}
