using System.Buffers;
using Diversion.Local.Storage;

namespace Diversion.Local.Backups;

/// <summary>Which names a backup may contain: those that every system can take, and that stay inside the folder.</summary>
internal static class BackupPaths
{
    public const string Database = "diversion.db";

    private const int Longest = 1_000;

    private static readonly SearchValues<char> NotEverywhere = SearchValues.Create("\\:*?\"<>|");

    /// <summary>Made anew by whoever opens the folder, or not finished.</summary>
    private static readonly string[] NotKept = [Database, $"{Database}-wal", $"{Database}-shm", $"{Database}-journal", "diversion.lock", BackupLock.FileName];

    /// <summary>A name that may be written below a folder, whoever made it up.</summary>
    public static bool IsSafe(string path) =>
        path.Length is > 0 and <= Longest
        && !path.AsSpan().ContainsAny(NotEverywhere)
        && !path.Any(char.IsControl)
        && path.Split('/').All(part => part.Length > 0 && part is not "." and not ".." && part[^1] is not ' ' and not '.');

    /// <summary>Whether a file of a data folder is copied as it is. The database and the papers are not: they have their own rules.</summary>
    public static bool IsCopied(string path) =>
        !NotKept.Contains(path) && !path.EndsWith(".part", StringComparison.Ordinal) && !path.StartsWith($"{FolderDocumentStore.FolderName}/", StringComparison.Ordinal)
        && !path.StartsWith($"{BackupWriter.Staging}/", StringComparison.Ordinal);

    /// <summary>Whether a file of a backup may be written: what the writer never packs, such as a log of the database, is no backup's.</summary>
    public static bool IsRestored(string path) =>
        IsSafe(path) && (path == Database || path.StartsWith($"{FolderDocumentStore.FolderName}/", StringComparison.Ordinal) || IsCopied(path));

    public static string Within(string folder, string file) => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>Where two names may mean one file.</summary>
    public static StringComparer Comparer => OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
}
