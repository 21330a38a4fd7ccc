using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Diversion.Local.Faults;

namespace Diversion.Local.Storage;

/// <summary>
/// Files and folders that only the account of this program may read, from the moment they are created. On Windows the folder's
/// own permissions decide.
/// </summary>
internal static partial class OwnerOnly
{
    public const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public const UnixFileMode FolderMode = FileMode | UnixFileMode.UserExecute;

    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>
    /// For the rest of the process: whoever creates a file in it, SQLite and ASP.NET too, creates it for the owner only.
    /// </summary>
    public static void FromNowOn()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Umask((uint)Others);
        }
    }

    /// <summary>What an earlier version created is closed to others. Feeds stay as they are: other systems put their batches there.</summary>
    /// <param name="folder">A data folder; its own permissions are the operator's.</param>
    public static void Tighten(string folder)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(folder))
        {
            return;
        }

        foreach (var found in new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(one => one.Name is not ("feeds" or BackupLock.FileName) && one.LinkTarget is null))
        {
            Close(found);
        }
    }

    /// <summary>Creates the folder and those above it that are missing.</summary>
    public static DirectoryInfo MakeFolder(string path) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, FolderMode);

    public static FileStream Create(string path, System.IO.FileMode mode = System.IO.FileMode.CreateNew, FileOptions options = FileOptions.Asynchronous) =>
        new(path, Options(mode, options));

    /// <summary>A secret that others could have read is one no more.</summary>
    /// <param name="otherwise">What else could be done, as a sentence.</param>
    /// <exception cref="CannotGoOnException">Others can read the file.</exception>
    public static void Require(string path, int exitCode, string otherwise = "")
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
        {
            throw new CannotGoOnException(exitCode, $"Other users can read {path}, which is a secret. Run `chmod 600 {path}`. {otherwise}".TrimEnd());
        }
    }

    /// <summary>A file of another account stays as it is: whoever put it there decides.</summary>
    [UnsupportedOSPlatform("windows")]
    private static void Close(FileSystemInfo found)
    {
        try
        {
            if ((found.UnixFileMode & Others) != UnixFileMode.None)
            {
                found.UnixFileMode &= ~Others;
            }
        }
        catch (UnauthorizedAccessException)
        {
        }
    }

    [LibraryImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint Umask(uint mask);

    private static FileStreamOptions Options(System.IO.FileMode mode, FileOptions options)
    {
        var made = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None, Options = options };
        if (!OperatingSystem.IsWindows())
        {
            made.UnixCreateMode = FileMode;
        }

        return made;
    }
}
