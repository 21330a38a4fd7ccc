namespace Diversion.Local.Storage;

/// <summary>
/// Files and folders that only the account of this program may read, from the moment they are created. On Windows the folder's
/// own permissions decide.
/// </summary>
internal static class OwnerOnly
{
    public const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public const UnixFileMode FolderMode = FileMode | UnixFileMode.UserExecute;

    /// <summary>Creates the folder and those above it that are missing.</summary>
    public static DirectoryInfo MakeFolder(string path) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, FolderMode);

    public static FileStream Create(string path, System.IO.FileMode mode = System.IO.FileMode.CreateNew, FileOptions options = FileOptions.Asynchronous) =>
        new(path, Options(mode, options));

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
