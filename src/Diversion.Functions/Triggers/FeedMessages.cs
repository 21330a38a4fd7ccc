using System.Text.Json;
using Diversion.Casework.Answers;
using Diversion.Casework.Feeds;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Microsoft.Extensions.Logging;
using NodaTime;
using Polly;
using Polly.Retry;

namespace Diversion.Functions.Triggers;

/// <summary>
/// Accepts one queue message: an item, or <c>{ "items": [ ... ] }</c> like the API. Good items are processed even beside
/// faulty ones, and a message that arrives again does not change them.
/// </summary>
public sealed partial class FeedMessages(IClock clock, TimeProvider machine, ILogger<FeedMessages> log)
{
    /// <summary>Maximum number of refusals listed in a dead letter; the service allows 4,096 characters of description.</summary>
    private const int MostListed = 40;

    /// <summary>
    /// Waits for a while when the store does not answer: otherwise five deliveries in a row would be over in seconds and
    /// leave the whole queue among the dead letters. The host renews the message's lock in the meantime.
    /// </summary>
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(90)];

    public delegate Task<IReadOnlyList<ItemResult>> Intake(IReadOnlyList<JsonElement> items, Actor by, Instant now, CancellationToken cancellation);

    /// <param name="feed">Name of the queue, under which the items are recorded.</param>
    /// <exception cref="StorageUnavailableException">Part of the message may be done: it has to be delivered again.</exception>
    public async Task<FeedVerdict> Take(string feed, BinaryData body, Intake intake, CancellationToken cancellation)
    {
        var by = new Actor(feed, feed, Role.Feed);
        using var document = Parse(body);
        if (document is null || ItemsOf(document.RootElement) is not { } items)
        {
            return new FeedVerdict.Buried(CaseworkRefusal.ItemMalformed, """Expected JSON: one item, or { "items": [ ... ] }.""");
        }

        if (items.Count > FeedIntake.MostItems)
        {
            return new FeedVerdict.Buried(
                CaseworkRefusal.BatchTooLarge, $"{items.Count} items; at most {FeedIntake.MostItems} fit in a message. Nothing was done.");
        }

        var results = await WaitOut(() => intake(items, by, clock.GetCurrentInstant(), cancellation), feed, cancellation);
        ItemResult[] refused = [.. results.Where(result => result.Outcome == ItemOutcome.Refused)];
        return refused.Length == 0
            ? new FeedVerdict.Taken()
            : new FeedVerdict.Buried(
                refused[0].Code!,
                $"{refused.Length} of {results.Count} items refused, by place in the message: {string.Join(", ", refused.Take(MostListed).Select(item => $"{item.Index} {item.Code}"))}");
    }

    private async Task<IReadOnlyList<ItemResult>> WaitOut(Func<Task<IReadOnlyList<ItemResult>>> take, string feed, CancellationToken cancellation)
    {
        var patience = new ResiliencePipelineBuilder { TimeProvider = machine }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<StorageUnavailableException>(),
                MaxRetryAttempts = Waits.Length,
                DelayGenerator = outage => ValueTask.FromResult<TimeSpan?>(Waits[outage.AttemptNumber]),
                OnRetry = outage =>
                {
                    LogWaits(feed, outage.RetryDelay.TotalSeconds);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
        return await patience.ExecuteAsync(async _ => await take(), cancellation);
    }

    private static JsonDocument? Parse(BinaryData body)
    {
        try
        {
            return JsonDocument.Parse(JsonText.WithoutMark(body.ToMemory()));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IReadOnlyList<JsonElement>? ItemsOf(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (!root.TryGetProperty("items", out var items))
        {
            return [root];
        }

        return items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray()] : null;
    }

    [LoggerMessage(EventId = 5102, Level = LogLevel.Warning, Message = "A message of {Feed} waits {Seconds} s for the store.")]
    private partial void LogWaits(string feed, double seconds);
}
