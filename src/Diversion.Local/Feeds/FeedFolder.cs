using System.Text;
using System.Text.Json;
using Diversion.Casework.Feeds;
using Diversion.Domain.Agreements;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Local.Feeds;

/// <summary>
/// Batches that other systems put into <c>feeds/tag-events</c> and <c>feeds/custody-notices</c> of a data folder, in the
/// format of the API. A file is moved to <c>done</c>, or to <c>refused</c> with a <c>.reason.txt</c> beside it if the file
/// or an item of it could not be accepted; its other items were. A file that arrives again changes nothing. A file that
/// cannot be read or moved stays where it is, is shown on the leads' page of feeds, and holds up no other.
/// </summary>
/// <param name="clock">The programme's time, which is ahead in a demo.</param>
/// <param name="machine">The machine's time, used in file times.</param>
/// <remarks>Senders write under another name and rename to <c>.json</c>; one that does not is given time to finish.</remarks>
public sealed partial class FeedFolder(
    string dataFolder, FeedIntake intake, FeedLog feedLog, IClock clock, TimeProvider machine, ILogger<FeedFolder> log)
{
    private const long LargestFile = 16 * 1024 * 1024;

    private static readonly Actor Feed = new("feed-folder", "Feed folder", Role.Feed);

    /// <summary>A file that is not valid JSON may be incomplete; one that has not changed for this long counts as complete.</summary>
    private static readonly TimeSpan Finished = TimeSpan.FromSeconds(10);

    /// <summary>A file that cannot be read or moved is left alone for this long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string root = Path.Combine(dataFolder, "feeds");
    private readonly Dictionary<string, DateTimeOffset> leftAlone = new(StringComparer.Ordinal);

    private delegate Task<IReadOnlyList<ItemResult>> Intake(IReadOnlyList<JsonElement> items, Actor by, Instant now, CancellationToken cancellation);

    public void Make()
    {
        foreach (var (folder, _) in Folders())
        {
            Directory.CreateDirectory(Path.Combine(folder, "done"));
            Directory.CreateDirectory(Path.Combine(folder, "refused"));
        }
    }

    /// <summary>Processes the files in the folder, oldest first.</summary>
    /// <returns>How many files.</returns>
    public async Task<int> Run(CancellationToken cancellation = default)
    {
        var taken = 0;
        foreach (var (folder, take) in Folders())
        {
            foreach (var file in Files(folder))
            {
                taken += await Take(file, take, cancellation) ? 1 : 0;
            }
        }

        return taken;
    }

    private FileInfo[] Files(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFiles("*.json").OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            LogFolderUnreadable(Path.GetFileName(folder), unreadable.Message);
            return [];
        }
    }

    private IEnumerable<(string Folder, Intake Take)> Folders() =>
    [
        (Path.Combine(root, FeedLog.TagEvents), intake.TagEvents),
        (Path.Combine(root, FeedLog.CustodyNotices), intake.CustodyNotices),
    ];

    private async Task<bool> Take(FileInfo file, Intake take, CancellationToken cancellation)
    {
        if (leftAlone.TryGetValue(file.FullName, out var until) && until > machine.GetUtcNow())
        {
            return false;
        }

        leftAlone.Remove(file.FullName);
        try
        {
            return await TakeFile(file, take, cancellation);
        }
        catch (FileNotFoundException)
        {
            // It no longer exists: its sender has removed it, or it is a broken link.
            return false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            leftAlone[file.FullName] = machine.GetUtcNow() + Patience;
            LogUnreadable(file.Name, file.Directory!.Name, fault.Message);
            await feedLog.KeepFile(
                file.Directory.Name,
                file.Name,
                "The file cannot be read, or cannot be moved out of the folder. Allow the user that runs this server to read it and to write to the folder; it is retried every minute.",
                clock.GetCurrentInstant(),
                cancellation);
            return false;
        }
    }

    private async Task<bool> TakeFile(FileInfo file, Intake take, CancellationToken cancellation)
    {
        if (file.Length > LargestFile)
        {
            return await RefuseFile(file, $"The file is larger than {LargestFile / 1024 / 1024} MB. Send it in parts.", cancellation);
        }

        try
        {
            using var document = JsonDocument.Parse(Text(await File.ReadAllBytesAsync(file.FullName, cancellation)));
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("items", out var items)
                || items.ValueKind != JsonValueKind.Array)
            {
                return await RefuseFile(file, """Expected { "items": [ ... ] }, as in the API.""", cancellation);
            }

            var reasons = await TakeItems([.. items.EnumerateArray()], take, cancellation);
            return reasons.Length == 0 ? Move(file, "done") : Refuse(file, reasons);
        }
        catch (JsonException malformed)
        {
            return machine.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc >= Finished
                && await RefuseFile(file, $"Not valid JSON: {malformed.Message}", cancellation);
        }
    }

    /// <summary>UTF-8 with or without a byte order mark, as Windows PowerShell writes one.</summary>
    private static ReadOnlyMemory<byte> Text(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => bytes.AsMemory(3),
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => throw new JsonException("The file is UTF-16. Send it as UTF-8."),
        _ => bytes,
    };

    private async Task<string> TakeItems(IReadOnlyList<JsonElement> items, Intake take, CancellationToken cancellation)
    {
        var reasons = new StringBuilder();
        var index = 0;
        foreach (var part in items.Chunk(FeedIntake.MostItems))
        {
            foreach (var refused in (await take(part, Feed, clock.GetCurrentInstant(), cancellation)).Where(result => result.Outcome == ItemOutcome.Refused))
            {
                reasons.AppendLine($"item {index + refused.Index} ({refused.Id ?? "no id"}): {refused.Code}: {refused.Message}");
            }

            index += part.Length;
        }

        return reasons.ToString();
    }

    private async Task<bool> RefuseFile(FileInfo file, string reason, CancellationToken cancellation)
    {
        await feedLog.KeepFile(file.Directory!.Name, file.Name, reason, clock.GetCurrentInstant(), cancellation);
        return Refuse(file, reason);
    }

    private bool Refuse(FileInfo file, string reason)
    {
        LogRefused(file.Name, file.Directory!.Name);
        File.WriteAllText(Path.Combine(file.DirectoryName!, "refused", file.Name + ".reason.txt"), reason.TrimEnd() + "\n");
        return Move(file, "refused");
    }

    private static bool Move(FileInfo file, string to)
    {
        File.Move(file.FullName, Path.Combine(file.DirectoryName!, to, file.Name), overwrite: true);
        return true;
    }

    [LoggerMessage(EventId = 4101, Level = LogLevel.Warning, Message = "{File} in feeds/{Feed}, or some of its items, were refused; the reasons are beside it in refused/.")]
    private partial void LogRefused(string file, string feed);

    [LoggerMessage(EventId = 4102, Level = LogLevel.Warning, Message = "{File} in feeds/{Feed} cannot be processed now and is retried in a minute; other files are still processed: {Advice}")]
    private partial void LogUnreadable(string file, string feed, string advice);

    [LoggerMessage(EventId = 4105, Level = LogLevel.Error, Message = "The folder feeds/{Feed} cannot be read; the other feed is still processed: {Advice}")]
    private partial void LogFolderUnreadable(string feed, string advice);
}
