using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;
using Diversion.Local.Faults;
using Diversion.Local.Storage;

namespace Diversion.Local.Backups;

/// <summary>Unpacks a backup, and believes nothing that it says before it was checked: names, sizes, hashes, order.</summary>
internal sealed class BackupReader(string source, BackupKey? key)
{
    private const long LargestManifest = 512L * 1024 * 1024;

    /// <summary>Until everything was checked the database has another name, so nobody takes the folder for a programme.</summary>
    private const string Unchecked = ".part";

    /// <param name="folder">Empty or missing; only its owner may read what is written.</param>
    /// <exception cref="CannotGoOnException">The backup is damaged, no backup, from a newer program, or needs another key; or the
    /// folder is not empty. Nothing is left in the folder.
    /// </exception>
    public async Task<BackupManifest> Unpack(string folder, CancellationToken cancellation = default)
    {
        var to = Path.GetFullPath(folder);
        var isNew = RequireEmpty(to);
        if (!File.Exists(source))
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, $"There is no file {source}. Name the file that `diversion backup` wrote.");
        }

        await using var file = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
        try
        {
            await using var opened = await BackupEnvelope.Open(file, key, cancellation);
            OwnerOnly.MakeFolder(to);
            var manifest = await Take(opened, to, cancellation);
            File.Move(DataFolder.Database(to) + Unchecked, DataFolder.Database(to));
            return manifest;
        }
        catch (Exception fault)
        {
            Empty(to, isNew);
            if (Damage(fault) is { } damage)
            {
                throw new CannotGoOnException(
                    ExitCodes.Failed, $"{source} is damaged or is not a backup of Diversion ({damage}). Nothing was restored; use another backup.", fault);
            }

            throw;
        }
    }

    private static async Task<BackupManifest> Take(Stream opened, string to, CancellationToken cancellation)
    {
        var found = new Dictionary<string, BackedUpFile>(BackupPaths.Comparer);
        await using var tar = new TarReader(opened, leaveOpen: true);
        BackupManifest? manifest = null;
        while (await tar.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
        {
            if (manifest is not null)
            {
                throw new InvalidDataException("something comes after its list of files");
            }

            if (entry.EntryType != TarEntryType.RegularFile)
            {
                throw new InvalidDataException("it contains something that is not a file");
            }

            if (entry.Name == BackupManifest.FileName)
            {
                manifest = await ReadManifest(entry, cancellation);
                continue;
            }

            var path = entry.Name.StartsWith(BackupArchive.Below, StringComparison.Ordinal) ? entry.Name[BackupArchive.Below.Length..] : string.Empty;
            if (!BackupPaths.IsRestored(path) || found.ContainsKey(path))
            {
                throw new InvalidDataException("it contains a name that no backup has");
            }

            found.Add(path, await Extract(entry, path, to, cancellation));
        }

        Compare(manifest ?? throw new InvalidDataException("its end is missing"), found);

        // The seal of an encrypted one ends after the tar: what is cut off there shows only now.
        await opened.CopyToAsync(Stream.Null, cancellation);
        return manifest;
    }

    private static async Task<BackedUpFile> Extract(TarEntry entry, string path, string to, CancellationToken cancellation)
    {
        var target = Path.Combine(to, path);
        OwnerOnly.MakeFolder(Path.GetDirectoryName(target)!);
        if (path == BackupPaths.Database)
        {
            target += Unchecked;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var file = OwnerOnly.Create(target))
        {
            if (entry.DataStream is { } content)
            {
                await using var measured = new MeasuredStream(content, entry.Length, hash);
                await measured.CopyToAsync(file, cancellation);
            }

            file.Flush(flushToDisk: path == BackupPaths.Database);
        }

        File.SetLastWriteTimeUtc(target, entry.ModificationTime.UtcDateTime);
        return new BackedUpFile(path, entry.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static async Task<BackupManifest> ReadManifest(TarEntry entry, CancellationToken cancellation)
    {
        if (entry.DataStream is not { } json || entry.Length > LargestManifest)
        {
            throw new InvalidDataException("its list of files is empty or too long");
        }

        var manifest = await BackupManifest.Read(json, cancellation);
        return manifest.Format <= BackupManifest.CurrentFormat && manifest.Schema <= SqliteSchema.Newest
            ? manifest
            : throw new CannotGoOnException(
                ExitCodes.Failed,
                $"The backup was made by a newer Diversion ({manifest.Program}, database version {manifest.Schema}; this program knows up to {SqliteSchema.Newest}). Restore it with that program; nothing was restored.");
    }

    private static void Compare(BackupManifest manifest, Dictionary<string, BackedUpFile> found)
    {
        if (manifest.Files.Count != found.Count || !found.ContainsKey(BackupPaths.Database))
        {
            throw new InvalidDataException("files are missing");
        }

        if (manifest.Files.FirstOrDefault(file => !found.TryGetValue(file.Path, out var one) || one != file) is { } wrong)
        {
            throw new InvalidDataException($"{wrong.Path} is not as it was backed up");
        }
    }

    /// <returns>What is wrong in words; null for a fault that isn't the backup's.</returns>
    private static string? Damage(Exception fault) => fault switch
    {
        InvalidDataException told => told.Message,
        CryptographicException => "it was changed or cut short",
        JsonException => "its list of files cannot be read",
        EndOfStreamException or FormatException or ArgumentException or NotSupportedException or OverflowException => "it cannot be unpacked",
        _ => null,
    };

    /// <returns>Whether the folder does not exist yet.</returns>
    private static bool RequireEmpty(string to)
    {
        if (File.Exists(to) || (Directory.Exists(to) && Directory.EnumerateFileSystemEntries(to).Any()))
        {
            throw new CannotGoOnException(ExitCodes.DataUnavailable, $"{to} is not empty. Restore into a new or an empty folder, so that no other programme is overwritten.");
        }

        return !Directory.Exists(to);
    }

    private static void Empty(string to, bool isNew)
    {
        if (!Directory.Exists(to))
        {
            return;
        }

        if (isNew)
        {
            Directory.Delete(to, recursive: true);
            return;
        }

        foreach (var left in new DirectoryInfo(to).EnumerateFileSystemInfos())
        {
            if (left is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                left.Delete();
            }
        }
    }
}
