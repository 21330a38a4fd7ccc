using Diversion.Casework.Storage;

namespace Diversion.Local.Storage;

/// <summary>
/// A data folder locked for writing. Only one process at a time may hold it: two would each think that they own the clock.
/// The operating system releases the lock when the process ends, however it ends.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream held;

    private DataFolder(FileStream held) => this.held = held;

    public static string Database(string folder) => Path.Combine(folder, "diversion.db");

    /// <exception cref="StorageUnavailableException">Another process holds it, or it cannot be created or written.</exception>
    public static DataFolder Hold(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException(
                $"The data folder {folder} cannot be created: {e.Message} Create it, or name another folder.", e);
        }

        try
        {
            return new DataFolder(new FileStream(
                Path.Combine(folder, "diversion.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StorageUnavailableException(
                $"This user may not write to the data folder {folder}. Grant the permission, or name another folder.", e);
        }
        catch (IOException e)
        {
            throw new StorageUnavailableException(
                $"The data folder {folder} is in use by another Diversion process. Stop that process, or name another folder.", e);
        }
    }

    public void Dispose() => held.Dispose();
}
