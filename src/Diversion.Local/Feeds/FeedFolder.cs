using System.Text;
using System.Text.Json;
using Diversion.Casework.Feeds;
using Diversion.Domain.Agreements;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Local.Feeds;

/// <summary>
/// Batches that other systems put into <c>feeds/tag-events</c> and <c>feeds/custody-notices</c> of a data folder, the
/// same bodies as the API takes. A file is moved to <c>done</c>, or to <c>refused</c> with a <c>.reason.txt</c> beside it
/// when the file or an item of it could not be taken; its other items were. A file that comes again changes nothing.
/// </summary>
/// <param name="clock">The programme's time, which a demo may be ahead in.</param>
/// <param name="machine">The time that files are stamped with.</param>
/// <remarks>Senders write under another name and rename to <c>.json</c>; one that does not is given time to finish.</remarks>
public sealed partial class FeedFolder(
    string dataFolder, FeedIntake intake, IClock clock, TimeProvider machine, ILogger<FeedFolder> log)
{
    private const long LargestFile = 16 * 1024 * 1024;

    private static readonly Actor Feed = new("feed-folder", "Feed folder", Role.Feed);

    /// <summary>A file that is no JSON may not be finished yet; one that has not changed for so long is.</summary>
    private static readonly TimeSpan Finished = TimeSpan.FromSeconds(10);

    private readonly string root = Path.Combine(dataFolder, "feeds");

    private delegate Task<IReadOnlyList<ItemResult>> Intake(IReadOnlyList<JsonElement> items, Actor by, Instant now, CancellationToken cancellation);

    public void Make()
    {
        foreach (var (folder, _) in Folders())
        {
            Directory.CreateDirectory(Path.Combine(folder, "done"));
            Directory.CreateDirectory(Path.Combine(folder, "refused"));
        }
    }

    /// <summary>Takes what lies there, oldest first.</summary>
    /// <returns>How many files.</returns>
    public async Task<int> Run(CancellationToken cancellation = default)
    {
        var taken = 0;
        foreach (var (folder, take) in Folders())
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.json").OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal))
            {
                if (await Take(file, take, cancellation))
                {
                    taken++;
                }
            }
        }

        return taken;
    }

    private IEnumerable<(string Folder, Intake Take)> Folders() =>
    [
        (Path.Combine(root, "tag-events"), intake.TagEvents),
        (Path.Combine(root, "custody-notices"), intake.CustodyNotices),
    ];

    private async Task<bool> Take(FileInfo file, Intake take, CancellationToken cancellation)
    {
        if (file.Length > LargestFile)
        {
            return Refuse(file, $"The file is larger than {LargestFile / 1024 / 1024} MB. Send it in parts.");
        }

        try
        {
            using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file.FullName, cancellation));
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("items", out var items)
                || items.ValueKind != JsonValueKind.Array)
            {
                return Refuse(file, """Expected { "items": [ ... ] }, as the API takes it.""");
            }

            var reasons = await TakeItems([.. items.EnumerateArray()], take, cancellation);
            return reasons.Length == 0 ? Move(file, "done") : Refuse(file, reasons);
        }
        catch (JsonException malformed)
        {
            return machine.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc >= Finished
                && Refuse(file, $"Not proper JSON: {malformed.Message}");
        }
        catch (IOException unreadable)
        {
            // Still held by its sender, or gone again: the next look tells.
            LogUnreadable(file.Name, unreadable.Message);
            return false;
        }
    }

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

    [LoggerMessage(EventId = 4101, Level = LogLevel.Warning, Message = "{File} in feeds/{Feed}, or items of it, were refused; the reasons are beside it in refused/.")]
    private partial void LogRefused(string file, string feed);

    [LoggerMessage(EventId = 4102, Level = LogLevel.Information, Message = "{File} cannot be read now: {Fault}")]
    private partial void LogUnreadable(string file, string fault);
}
