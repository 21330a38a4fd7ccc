using Diversion.Casework.Storage;

namespace Diversion.Local.Storage;

/// <summary>
/// Held while a backup is taken: until then no paper's file is deleted, so every paper that the copied database names is
/// still there when its turn comes. The operating system releases it when the process ends, however it ends.
/// </summary>
internal sealed class BackupLock : IDisposable
{
    public const string FileName = "backup.lock";

    private const UnixFileMode ReadableByAll = OwnerOnly.FileMode | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    private readonly FileStream held;

    private BackupLock(FileStream held) => this.held = held;

    /// <exception cref="StorageUnavailableException">Another backup of the folder runs, or this account may not write there.</exception>
    public static async Task<BackupLock> Take(string folder, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, FileName);
        for (var waited = TimeSpan.Zero; ; waited += Between)
        {
            try
            {
                var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                AllowToLook(path);
                return new BackupLock(file);
            }
            catch (UnauthorizedAccessException refused)
            {
                throw new StorageUnavailableException(
                    $"This user may not write to {path}, which a backup holds while it runs. Run the backup as the user that runs the server.", refused);
            }
            catch (IOException) when (waited < Patience && File.Exists(path))
            {
                // Somebody who only looked holds it for an instant.
                await Task.Delay(Between, cancellation);
            }
            catch (IOException taken) when (File.Exists(path))
            {
                throw new StorageUnavailableException($"Another backup of {folder} is running. Wait until it has ended, then try again.", taken);
            }
        }
    }

    /// <summary>Whether a backup runs. When in doubt, yes: what is not deleted now is deleted by the daily look for orphans.</summary>
    public static bool IsHeld(string folder)
    {
        try
        {
            using var free = new FileStream(Path.Combine(folder, FileName), FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    public void Dispose() => held.Dispose();

    /// <summary>It is empty. The server may run as another user than who takes the backup, and has to see the lock.</summary>
    private static void AllowToLook(string path)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != ReadableByAll)
        {
            File.SetUnixFileMode(path, ReadableByAll);
        }
    }
}
