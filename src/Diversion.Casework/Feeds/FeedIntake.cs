using System.Text.Json;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Reading;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Casework.Feeds;

/// <summary>
/// Accepts batches from other systems, over HTTP or a queue. Each item is processed on its own: a faulty one is reported
/// and the others go on. Sending a batch again changes nothing, so a sender that is unsure can send it again.
/// </summary>
public sealed partial class FeedIntake(CaseworkService casework, FeedLog feedLog, ILogger<FeedIntake> log)
{
    public const int MostItems = 1000;

    /// <summary>Agreements processed at once; they share commits. Items of one agreement keep their order.</summary>
    private const int AtOnce = 16;

    /// <exception cref="ArgumentException">More than <see cref="MostItems"/> items.</exception>
    /// <exception cref="Storage.StorageUnavailableException">Part of the batch may be done; send it again.</exception>
    public Task<IReadOnlyList<ItemResult>> TagEvents(IReadOnlyList<JsonElement> items, Actor by, Instant now, CancellationToken cancellation = default) =>
        Take<TagEventItem>(
            FeedLog.TagEvents, now, items, item => item.Agreement, item => item.Id, (item, state) => Command(item, state) with { By = by, At = now }, cancellation);

    /// <inheritdoc cref="TagEvents"/>
    public Task<IReadOnlyList<ItemResult>> CustodyNotices(IReadOnlyList<JsonElement> items, Actor by, Instant now, CancellationToken cancellation = default) =>
        Take<CustodyNoticeItem>(
            FeedLog.CustodyNotices,
            now,
            items,
            item => item.Agreement,
            item => item.Id,
            (item, _) => Command(item) with { By = by, At = now },
            cancellation);

    private static AgreementCommand Command(CustodyNoticeItem item)
    {
        var (kind, says) = CustodyNoticeKinds.Of(item.Kind);
        return new NoReoffendingCommand.ReceiveCustodyNotice(ReferenceText.Clean(item.Id), kind, item.OccurredOn, item.OffenceOn, says);
    }

    /// <summary>After a variation there may have been two tags; the feed means the latest. If there is none, the domain refuses.</summary>
    private static AgreementCommand Command(TagEventItem item, AgreementState state)
    {
        var tag = state.Conditions.OfType<TagMonitoringCondition>().LastOrDefault();
        return new TagMonitoringCommand.ReceiveTagEvent(tag?.Id ?? "tag-monitoring", ReferenceText.Clean(item.Id), item.Kind, item.OccurredAt);
    }

    private async Task<IReadOnlyList<ItemResult>> Take<TItem>(
        string feed,
        Instant now,
        IReadOnlyList<JsonElement> items,
        Func<TItem, string> agreementOf,
        Func<TItem, string> idOf,
        Func<TItem, AgreementState, AgreementCommand> command,
        CancellationToken cancellation) where TItem : class
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(items.Count, MostItems, nameof(items));
        var results = new ItemResult[items.Count];
        var sound = new List<(int Index, TItem Item)>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (Read<TItem>(items[i], out var item) is { } fault)
            {
                results[i] = new ItemResult(i, IdIn(items[i]), ItemOutcome.Refused, CaseworkRefusal.ItemMalformed, fault);
            }
            else
            {
                sound.Add((i, item!));
            }
        }

        await Parallel.ForEachAsync(
            sound.GroupBy(item => ReferenceText.Key(agreementOf(item.Item))),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (group, stop) =>
            {
                foreach (var (index, item) in group)
                {
                    results[index] = await One(index, idOf(item), group.Key, state => command(item, state), stop);
                }
            });
        var agreements = sound.ToDictionary(item => item.Index, item => agreementOf(item.Item));
        await feedLog.Keep(feed, results, agreements.GetValueOrDefault, now, cancellation);
        return results;
    }

    private async ValueTask<ItemResult> One(
        int index, string id, string agreement, Func<AgreementState, AgreementCommand> command, CancellationToken cancellation)
    {
        Outcome outcome;
        try
        {
            if (AgreementIds.Read(agreement) is not { } reference || await casework.Find(reference, cancellation) is not { } state)
            {
                var unknown = CaseworkRefusal.Unknown();
                return new ItemResult(index, id, ItemOutcome.Refused, unknown.Code, unknown.Message);
            }

            outcome = await casework.Execute(state.Id, command(state), null, cancellation);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StorageUnavailableException))
        {
            // One broken record must not hold up the rest of the batch.
            LogFailed(fault, agreement);
            return new ItemResult(
                index, id, ItemOutcome.Refused, CaseworkRefusal.ItemFailed, "This item failed on our side and was not kept. It was logged. Send it again; if it fails again, tell the system administrator.");
        }

        return outcome switch
        {
            Outcome.Accepted => new ItemResult(index, id, ItemOutcome.Accepted),
            Outcome.Refused { Refusal: var refusal } => new ItemResult(index, id, ItemOutcome.Refused, refusal.Code, refusal.Message),
            _ => new ItemResult(index, id, ItemOutcome.Repeated),
        };
    }

    /// <returns>What is wrong; null if it could be read.</returns>
    private static string? Read<TItem>(JsonElement json, out TItem? item) where TItem : class
    {
        item = null;
        try
        {
            item = json.Deserialize<TItem>(RequestJson.Options);
            return item is null ? "The item is null. Send an object." : null;
        }
        catch (JsonException fault)
        {
            return JsonFault.Of(fault, typeof(TItem)).Text;
        }
    }

    private static string? IdIn(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return id.GetString() is { Length: <= 64 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is valid JSON, but not valid text.
            return null;
        }
    }

    [LoggerMessage(EventId = 2301, Level = LogLevel.Error, Message = "Processing a feed item failed for {Agreement}.")]
    private partial void LogFailed(Exception fault, string agreement);
}
