using System.Text;
using Diversion.Casework.Keeping;
using Diversion.Casework.Storage;

namespace Diversion.Local.Storage;

/// <summary>
/// The destruction log as a file beside the database, and as a second one where <c>Destruction__Log</c> names one: the first is
/// lost with the disk, and a backup has it as of the backup. Both are read, each entry once.
/// </summary>
internal sealed class FileDestructionLog(string dataFolder, string? apart = null) : IDestructionLog
{
    public const string FileName = "destruction.log";

    /// <summary>An environment variable: it has to be known before anything of the folder is read.</summary>
    public const string Setting = "Destruction__Log";

    private const int LongestLine = 4096;

    /// <summary>Several logs of one process may have the same second file.</summary>
    private static readonly SemaphoreSlim Turn = new(1);

    private readonly string[] paths = [PathIn(dataFolder), .. apart is null ? (string[])[] : [Path.GetFullPath(apart)]];

    public static string PathIn(string dataFolder) => Path.Combine(Path.GetFullPath(dataFolder), FileName);

    /// <summary>With the second file, if one is set.</summary>
    public static FileDestructionLog Of(string dataFolder) => new(dataFolder, Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } apart ? apart : null);

    public async ValueTask Add(DestructionEntry entry, CancellationToken cancellation = default)
    {
        await Turn.WaitAsync(cancellation);
        try
        {
            foreach (var path in paths)
            {
                await Append(path, DestructionText.Line(entry), cancellation);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(fault);
        }
        finally
        {
            Turn.Release();
        }
    }

    public async ValueTask<IReadOnlyList<DestructionEntry>> All(CancellationToken cancellation = default)
    {
        try
        {
            var all = new List<DestructionEntry>();
            foreach (var path in paths.Where(File.Exists))
            {
                all.AddRange(DestructionText.Read(await File.ReadAllTextAsync(path, cancellation), path));
            }

            return [.. all.Distinct().OrderBy(entry => entry.At)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(fault);
        }
    }

    /// <summary>A line that a crash cut short is ended first: the next one must not be lost with it.</summary>
    private static async Task Append(string path, string line, CancellationToken cancellation)
    {
        var end = File.Exists(path) ? await EndOfLastLine(path, cancellation) : 0;
        await using var file = OwnerOnly.Create(path, FileMode.OpenOrCreate);
        file.SetLength(end);
        file.Seek(0, SeekOrigin.End);
        await file.WriteAsync(Encoding.UTF8.GetBytes(line), cancellation);
        file.Flush(flushToDisk: true);
    }

    private static async Task<long> EndOfLastLine(string path, CancellationToken cancellation)
    {
        await using var read = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var tail = new byte[Math.Min(read.Length, LongestLine)];
        read.Seek(-tail.Length, SeekOrigin.End);
        await read.ReadExactlyAsync(tail, cancellation);
        return read.Length - tail.Length + Array.LastIndexOf(tail, (byte)'\n') + 1;
    }

    private StorageUnavailableException Unavailable(Exception fault) => new(
        $"The destruction log {string.Join(" or ", paths)} cannot be used: {fault.Message} Check that its folder exists, that the disk has space and that this account may write there. Nothing is erased before it can be written.", fault);
}
