using Diversion.Local.Backups;
using Diversion.Local.Faults;
using Diversion.Local.Storage;

namespace Diversion.Local.Moving;

/// <summary>The file of an export: sealed as a backup is when there is a key, and readable by its owner only.</summary>
internal static class ExportFile
{
    /// <exception cref="CannotGoOnException">The file exists.</exception>
    public static void RequireNew(string path)
    {
        if (Path.Exists(path))
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, $"{path} exists. Name a file that does not, so that no other export is lost.");
        }
    }

    /// <summary>Completely or not at all.</summary>
    public static async Task Write(string path, BackupKey? key, Func<Stream, Task> pack, CancellationToken cancellation)
    {
        var unfinished = path + ".part";
        try
        {
            await using (var file = OwnerOnly.Create(unfinished, FileMode.Create))
            {
                await BackupEnvelope.Write(file, key, pack, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: false);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <returns>The tar in it, to be read asynchronously; disposing it closes the file.</returns>
    /// <exception cref="CannotGoOnException">There is no such file, or it needs a key, or another one.</exception>
    public static async Task<Stream> Open(string path, BackupKey? key, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, $"There is no file {path}. Name the file that the export wrote.");
        }

        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
        try
        {
            return await BackupEnvelope.Open(file, key, cancellation);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
