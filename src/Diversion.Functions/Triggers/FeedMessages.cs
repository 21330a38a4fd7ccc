using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Diversion.Casework;
using Diversion.Casework.Feeds;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Functions.Triggers;

/// <summary>
/// Takes one queue message: an item, or <c>{ "items": [ ... ] }</c> as the API takes it. Done, it is completed. What can
/// never be taken is dead-lettered with the refusals' codes, for a person to look at; items beside it that were good
/// are done, and sending the message again changes nothing about those.
/// </summary>
public sealed partial class FeedMessages(IClock clock, TimeProvider machine, ILogger<FeedMessages> log)
{
    /// <summary>Refusals listed in a dead letter; the service takes 4,096 characters of description.</summary>
    private const int MostListed = 40;

    /// <summary>
    /// An outage of the store is waited out here for a while: five deliveries in a row would otherwise be over in
    /// seconds and leave the whole queue in the dead letters. The host renews the message's lock meanwhile.
    /// </summary>
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(90)];

    public delegate Task<IReadOnlyList<ItemResult>> Intake(IReadOnlyList<JsonElement> items, Actor by, Instant now, CancellationToken cancellation);

    /// <exception cref="StorageUnavailableException">Nothing is settled: the message comes again.</exception>
    public async Task Take(
        string feed, ServiceBusReceivedMessage message, Intake intake, ServiceBusMessageActions settle, CancellationToken cancellation)
    {
        var by = new Actor(feed, feed, Role.Feed);
        using var document = Parse(message.Body);
        if (document is null || ItemsOf(document.RootElement) is not { } items)
        {
            await Bury(feed, message, CaseworkRefusal.ItemMalformed, """Expected JSON: one item, or { "items": [ ... ] }.""", settle, cancellation);
            return;
        }

        if (items.Count > FeedIntake.MostItems)
        {
            await Bury(feed, message, CaseworkRefusal.BatchTooLarge, $"{items.Count} items; at most {FeedIntake.MostItems} fit in a message. Nothing was done.", settle, cancellation);
            return;
        }

        var results = await WaitOut(() => intake(items, by, clock.GetCurrentInstant(), cancellation), feed, cancellation);
        ItemResult[] refused = [.. results.Where(result => result.Outcome == ItemOutcome.Refused)];
        if (refused.Length == 0)
        {
            await settle.CompleteMessageAsync(message, cancellation);
            return;
        }

        var listed = string.Join(", ", refused.Take(MostListed).Select(item => $"{item.Index}: {item.Code}"));
        await Bury(feed, message, refused[0].Code!, $"{refused.Length} of {results.Count} items refused, by place in the message: {listed}", settle, cancellation);
    }

    private async Task<IReadOnlyList<ItemResult>> WaitOut(Func<Task<IReadOnlyList<ItemResult>>> take, string feed, CancellationToken cancellation)
    {
        foreach (var wait in Waits)
        {
            try
            {
                return await take();
            }
            catch (StorageUnavailableException)
            {
                LogWaits(feed, wait.TotalSeconds);
                await Task.Delay(wait, machine, cancellation);
            }
        }

        return await take();
    }

    private async Task Bury(
        string feed, ServiceBusReceivedMessage message, string code, string description, ServiceBusMessageActions settle, CancellationToken cancellation)
    {
        await settle.DeadLetterMessageAsync(message, propertiesToModify: null, code, description, cancellation);
        LogBuried(feed, code);
    }

    private static JsonDocument? Parse(BinaryData body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IReadOnlyList<JsonElement>? ItemsOf(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Object when !root.TryGetProperty("items", out _) => [root],
        JsonValueKind.Object when root.GetProperty("items").ValueKind == JsonValueKind.Array => [.. root.GetProperty("items").EnumerateArray()],
        _ => null,
    };

    [LoggerMessage(EventId = 5101, Level = LogLevel.Warning, Message = "Feed message dead-lettered: {Feed}, {Code}. Look at the queue's dead letters; mended, it can be sent again.")]
    private partial void LogBuried(string feed, string code);

    [LoggerMessage(EventId = 5102, Level = LogLevel.Warning, Message = "A message of {Feed} waits {Seconds} s for the store.")]
    private partial void LogWaits(string feed, double seconds);
}
