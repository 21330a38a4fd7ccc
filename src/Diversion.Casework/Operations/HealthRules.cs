using Diversion.Casework.Feeds;
using NodaTime;

namespace Diversion.Casework.Operations;

/// <summary>From which measure on somebody should look, and what they then do. The alerts of <c>infra-bicep</c> have the same limits.</summary>
public static class HealthRules
{
    /// <summary>On Azure a sweep looks every five minutes for what a workflow missed by three.</summary>
    public static readonly Duration LateAttention = Duration.FromMinutes(10);

    public static readonly Duration LateFailing = Duration.FromMinutes(30);

    public static readonly Duration OutboxAttention = Duration.FromMinutes(30);

    public static readonly Duration OutboxFailing = Duration.FromHours(4);

    public static readonly Duration SilentFeed = Duration.FromDays(1);

    private const long Gigabyte = 1L << 30;

    private static readonly Duration SlowStore = Duration.FromSeconds(1);

    public static IReadOnlyList<SystemPart> Of(SystemMeasures measures) =>
    [
        Store(measures.StoreTook),
        Clock(measures.Due),
        Delivery(measures.Outbox),
        Feeds(measures.Feeds),
        .. Disk(measures.Disk),
    ];

    /// <param name="advice">Why the store did not answer.</param>
    public static SystemHealth WithoutStore(string advice, DiskMeasures? disk) => SystemHealth.Of(
        [
            new SystemPart("store", PartState.Failing, advice, "Nothing that was acknowledged is lost. Mend this first: see whether the disk is full, or the network to the storage is down. Everything goes on by itself afterwards."),
            .. Disk(disk),
        ],
        []);

    private static SystemPart Store(Duration took) => took < SlowStore
        ? new("store", PartState.Working, took < Duration.FromMilliseconds(1) ? "It answered in less than 1 ms." : $"It answered in {took.TotalMilliseconds:0} ms.")
        : new("store", PartState.Attention, $"It took {took.TotalSeconds:0.0} s to answer.", "See whether the disk, or the network to the storage, is busy with something else, such as a copy or a scan.");

    private static SystemPart Clock(DueMeasures due) => due switch
    {
        { Late: 0 } => new("clock", PartState.Working, "Nothing is overdue."),
        _ when due.Oldest < LateAttention => new("clock", PartState.Working, $"{Streams(due.Late)} just fallen due."),
        _ => new(
            "clock",
            due.Oldest < LateFailing ? PartState.Attention : PartState.Failing,
            $"{Streams(due.Late)} something overdue, the oldest since {Length(due.Oldest)}.",
            "Load this page again in a few minutes. If the number does not fall, look into the log for what failed, restart the server, and run verify. What is overdue happens once, in order, when time is kept again."),
    };

    private static SystemPart Delivery(OutboxMeasures outbox)
    {
        var late = outbox.Waiting + outbox.Retrying;
        if (late == 0)
        {
            return new("delivery", PartState.Working, outbox.Scheduled == 0 ? "Every message has been sent." : $"Nothing waits; {outbox.Scheduled} messages are for later.");
        }

        var says = $"{late} {(late == 1 ? "message waits" : "messages wait")}, {outbox.Retrying} of them after a failed try, the oldest since {Length(outbox.Oldest)}.";
        return outbox.Oldest < OutboxAttention
            ? new("delivery", PartState.Working, says)
            : new(
                "delivery",
                outbox.Oldest < OutboxFailing ? PartState.Attention : PartState.Failing,
                says,
                "The page of messages says why each failed. If all fail alike, the mail server, the text service or the message bus does not answer, or refuses our account: check the settings. They are tried again by themselves for almost two days.");
    }

    private static SystemPart Feeds(IReadOnlyList<FeedMeasures> feeds)
    {
        string[] says = [.. feeds.Select(Says)];
        string?[] toDo =
        [
            feeds.Any(feed => feed.Faults > 0) ? "Deal with what could not be recorded on the page of feeds." : null,
            feeds.Any(feed => feed.SinceLast >= SilentFeed) ? "Ask the sender whether the feed still runs, and whether it had nothing to send." : null,
        ];
        var needed = toDo.OfType<string>().ToArray();
        return new SystemPart("feeds", needed.Length == 0 ? PartState.Working : PartState.Attention, string.Join(' ', says), needed.Length == 0 ? null : string.Join(' ', needed));
    }

    private static string Says(FeedMeasures feed)
    {
        var name = feed.Feed == FeedLog.TagEvents ? "Tag events" : "Custody notices";
        var last = feed.SinceLast is { } since ? $"last batch {Length(since)} ago" : "nothing has been sent yet";
        return feed.Faults == 0 ? $"{name}: {last}." : $"{name}: {last}, {feed.Faults} not recorded.";
    }

    private static IEnumerable<SystemPart> Disk(DiskMeasures? disk)
    {
        if (disk is null)
        {
            yield break;
        }

        var says = $"{(double)disk.Free / Gigabyte:0.0} GB of {(double)disk.Total / Gigabyte:0.0} GB are free.";
        yield return disk switch
        {
            { Free: < Gigabyte } => new("disk", PartState.Failing, says, "Make space now: when the disk is full, nothing more is recorded."),
            { Free: < 5 * Gigabyte } => new("disk", PartState.Attention, says, "Make space, or move the data folder to a larger disk by backup and restore."),
            _ => new("disk", PartState.Working, says),
        };
    }

    private static string Streams(int count) => count == 1 ? "1 case or other record has" : $"{count} cases or other records have";

    private static string Length(Duration length) => length switch
    {
        { TotalSeconds: < 90 } => $"{length.TotalSeconds:0} seconds",
        { TotalMinutes: < 90 } => $"{length.TotalMinutes:0} minutes",
        { TotalHours: < 48 } => $"{length.TotalHours:0} hours",
        _ => $"{length.TotalDays:0} days",
    };
}
