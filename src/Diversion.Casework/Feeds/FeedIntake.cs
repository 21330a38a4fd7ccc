using System.Diagnostics;
using System.Text.Json;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.CustodyMatches;
using Diversion.Casework.Record;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Telemetry;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.CustodyMatches;
using Diversion.Domain.Reading;
using Diversion.Domain.Referral;
using Diversion.Domain.Time;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Casework.Feeds;

/// <summary>
/// Accepts batches from other systems, over HTTP or a queue. Each item is processed on its own: a faulty one is reported
/// and the others go on. Sending a batch again changes nothing, so a sender that is unsure can send it again.
/// </summary>
public sealed partial class FeedIntake(CaseworkService casework, CustodyMatchService matches, FeedLog feedLog, ILogger<FeedIntake> log)
{
    public const int MostItems = 1000;

    /// <summary>
    /// Agreements processed at once; they share commits. Items of one agreement keep their order, and so do those without a
    /// reference that have the same id.
    /// </summary>
    private const int AtOnce = 16;

    /// <exception cref="ArgumentException">More than <see cref="MostItems"/> items.</exception>
    /// <exception cref="Storage.StorageUnavailableException">Part of the batch may be done; send it again.</exception>
    public Task<IReadOnlyList<ItemResult>> TagEvents(IReadOnlyList<JsonElement> items, Actor by, Instant now, CancellationToken cancellation = default) =>
        Take<TagEventItem>(
            FeedLog.TagEvents, now, items, item => item.Agreement, item => item.Id, (item, state) => Command(item, state) with { By = by, At = now }, null, cancellation);

    /// <inheritdoc cref="TagEvents"/>
    public Task<IReadOnlyList<ItemResult>> CustodyNotices(IReadOnlyList<JsonElement> items, Actor by, Instant now, CancellationToken cancellation = default) =>
        Take<CustodyNoticeItem>(
            FeedLog.CustodyNotices,
            now,
            items,
            item => item.Agreement ?? "",
            item => item.Id,
            (item, _) => Command(item) with { By = by, At = now },
            (item, stop) => Unreferenced(item, by, now, stop),
            cancellation);

    private static AgreementCommand Command(CustodyNoticeItem item)
    {
        var (kind, says) = CustodyNoticeKinds.Of(item.Kind);
        return new NoReoffendingCommand.ReceiveCustodyNotice(ReferenceText.Clean(item.Id), kind, item.OccurredOn, item.OffenceOn, says) { Bail = item.Bail };
    }

    /// <summary>A notice that knows no reference of ours: what it may be about is decided by a person.</summary>
    private async ValueTask<(ItemOutcome Outcome, Refusal? Refusal)> Unreferenced(CustodyNoticeItem item, Actor by, Instant now, CancellationToken cancellation)
    {
        var (pnc, custody, name) = (ReferenceText.CleanOrNull(item.PncId), ReferenceText.CleanOrNull(item.CustodyReference), PlainText.Clean(item.Name ?? "", lines: false));
        if (pnc is null && custody is null && (name.Length == 0 || item.BornOn is null))
        {
            return (ItemOutcome.Refused, new Refusal.Invalid(
                CaseworkRefusal.ItemMalformed, "Nothing says whom the notice is about. Give agreement, or pncId, or custodyReference, or name with bornOn."));
        }

        var read = pnc is null ? null : PncId.Read(pnc, WorkingCalendar.DateOf(now));
        if (pnc is not null && read is null)
        {
            return (ItemOutcome.Refused, new Refusal.Invalid(RefusalCode.PncIdInvalid, $"pncId: {PncId.WouldTake}."));
        }

        var (kind, says) = CustodyNoticeKinds.Of(item.Kind);
        var notice = new UnreferencedNotice(
            ReferenceText.Clean(item.Id), kind, item.OccurredOn, item.OffenceOn, says, item.Bail, read, custody, name.Length == 0 ? null : name, item.BornOn);
        return await matches.Receive(notice, by, now, cancellation) switch
        {
            null => (ItemOutcome.NotOurs, null),
            Outcome<CustodyMatch>.Accepted { State.Waits: true } => (ItemOutcome.PossibleMatch, null),
            Outcome<CustodyMatch>.Accepted { State.NotOurs: true } or Outcome<CustodyMatch>.Unchanged { State.NotOurs: true } => (ItemOutcome.NotOurs, null),
            Outcome<CustodyMatch>.Accepted => (ItemOutcome.Accepted, null),
            Outcome<CustodyMatch>.Refused { Refusal: var refusal } => (ItemOutcome.Refused, refusal),
            _ => (ItemOutcome.Repeated, null),
        };
    }

    private static string NameOf(ItemOutcome outcome) => outcome switch
    {
        ItemOutcome.Accepted => "accepted",
        ItemOutcome.Repeated => "repeated",
        ItemOutcome.Refused => "refused",
        ItemOutcome.PossibleMatch => "possible-match",
        _ => "not-ours",
    };

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
        Func<TItem, CancellationToken, ValueTask<(ItemOutcome, Refusal?)>>? unreferenced,
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
            sound.GroupBy(item => new Together(ReferenceText.Key(agreementOf(item.Item)), unreferenced is null || ReferenceText.Key(agreementOf(item.Item)).Length > 0 ? "" : ReferenceText.Key(idOf(item.Item)))),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (group, stop) =>
            {
                foreach (var (index, item) in group)
                {
                    results[index] = await One(index, idOf(item), group.Key.Agreement, token => unreferenced is not null && group.Key.Agreement.Length == 0
                        ? unreferenced(item, token)
                        : Referenced(group.Key.Agreement, state => command(item, state), token), stop);
                }
            });
        var agreements = sound.ToDictionary(item => item.Index, item => agreementOf(item.Item));
        await feedLog.Keep(feed, results, agreements.GetValueOrDefault, now, cancellation);
        foreach (var (_, item) in sound)
        {
            if (item is TagEventItem { OccurredAt: var occurred })
            {
                Instruments.FeedLag.Record(Math.Max(0, (now - occurred).TotalSeconds), new KeyValuePair<string, object?>(Attributes.Feed, feed));
            }
        }

        foreach (var outcome in results.CountBy(result => result.Outcome))
        {
            Instruments.FeedItems.Add(outcome.Value, new TagList { { Attributes.Feed, feed }, { Attributes.Outcome, NameOf(outcome.Key) } });
        }

        return results;
    }

    private async ValueTask<ItemResult> One(
        int index, string id, string agreement, Func<CancellationToken, ValueTask<(ItemOutcome Outcome, Refusal? Refusal)>> take, CancellationToken cancellation)
    {
        try
        {
            var (outcome, refusal) = await take(cancellation);
            return new ItemResult(index, id, outcome, refusal?.Code, refusal?.Message);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StorageUnavailableException))
        {
            // One broken record must not hold up the rest of the batch.
            LogFailed(fault, agreement);
            return new ItemResult(
                index, id, ItemOutcome.Refused, CaseworkRefusal.ItemFailed, "This item failed on our side and was not kept. It was logged. Send it again; if it fails again, tell the system administrator.");
        }
    }

    private async ValueTask<(ItemOutcome Outcome, Refusal? Refusal)> Referenced(
        string agreement, Func<AgreementState, AgreementCommand> command, CancellationToken cancellation)
    {
        if (AgreementIds.Read(agreement) is not { } reference || await casework.Find(reference, cancellation) is not { } state)
        {
            return (ItemOutcome.Refused, CaseworkRefusal.Unknown());
        }

        return await casework.Execute(state.Id, command(state), null, cancellation) switch
        {
            Outcome.Accepted => (ItemOutcome.Accepted, null),
            Outcome.Refused { Refusal: var refusal } => (ItemOutcome.Refused, refusal),
            _ => (ItemOutcome.Repeated, null),
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

    /// <param name="Notice">The id of the notice, where it has no reference.</param>
    private readonly record struct Together(string Agreement, string Notice);

    [LoggerMessage(EventId = 2301, Level = LogLevel.Error, Message = "Processing a feed item failed for {Agreement}.")]
    private partial void LogFailed(Exception fault, string agreement);
}
