using System.Formats.Tar;
using System.Security.Cryptography;
using Diversion.Local.Storage;

namespace Diversion.Local.Backups;

/// <summary>The entries of a backup while it is written: <c>data/...</c>, each hashed as it passes, and the manifest last.</summary>
internal sealed class BackupArchive(TarWriter tar)
{
    public const string Below = "data/";

    private readonly Dictionary<string, BackedUpFile> files = new(BackupPaths.Comparer);

    public IReadOnlyCollection<BackedUpFile> Files => files.Values;

    public bool Has(string path) => files.ContainsKey(path);

    /// <param name="source">The file; what is appended to it from now on is left out.</param>
    /// <param name="path">Its name in the backup, which has none of that name yet.</param>
    /// <returns>False when it is gone: somebody has moved or deleted it meanwhile.</returns>
    public async Task<bool> Add(string source, string path, CancellationToken cancellation)
    {
        FileStream file;
        try
        {
            file = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }

        await using (file)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var measured = new MeasuredStream(file, file.Length, hash);
            await Write(Below + path, File.GetLastWriteTimeUtc(source), measured, cancellation);
            files.Add(path, new BackedUpFile(path, measured.Length, Convert.ToHexStringLower(hash.GetHashAndReset())));
        }

        return true;
    }

    public async Task End(BackupManifest manifest, CancellationToken cancellation)
    {
        await using var json = new MemoryStream(manifest.ToJson());
        await Write(BackupManifest.FileName, manifest.TakenAt.UtcDateTime, json, cancellation);
    }

    private async Task Write(string name, DateTime changed, Stream content, CancellationToken cancellation) =>
        await tar.WriteEntryAsync(
            new PaxTarEntry(TarEntryType.RegularFile, name)
            {
                Mode = OwnerOnly.FileMode,
                ModificationTime = new DateTimeOffset(DateTime.SpecifyKind(changed, DateTimeKind.Utc)),
                DataStream = content,
            },
            cancellation);
}
