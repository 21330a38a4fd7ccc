using System.Security.Cryptography;
using System.Text;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Feeds;

/// <summary>
/// What the feeds last sent and what could not be accepted, for leads. A repeated fault is one row with a count; it stays
/// until a lead has dealt with it.
/// </summary>
public sealed class FeedLog(ITableStore store)
{
    public const string TagEvents = "tag-events";
    public const string CustodyNotices = "custody-notices";

    /// <summary>A faulty sender must not fill the store: beyond this number, further faults of a feed are not stored.</summary>
    private const int MostFaults = 500;

    private const string State = "state";
    private const string FaultPrefix = "fault-";
    private const int LongestText = 1_000;

    private static readonly string[] Feeds = [TagEvents, CustodyNotices];

    /// <summary>Records a batch.</summary>
    /// <param name="agreementOf">The reference that an item gives, by its position in the batch.</param>
    public async ValueTask Keep(
        string feed, IReadOnlyList<ItemResult> results, Func<int, string?> agreementOf, Instant now, CancellationToken cancellation = default)
    {
        var counts = new RowChange.Upsert(State, RowOf<FeedStateRow>.Write(
            new FeedStateRow(now, Count(ItemOutcome.Accepted), Count(ItemOutcome.Repeated), Count(ItemOutcome.Refused), Count(ItemOutcome.PossibleMatch), Count(ItemOutcome.NotOurs))));
        await store.Commit(new TableTransaction(Tables.Feeds, feed, [counts]), [], cancellation);
        foreach (var refused in results.Where(result => result.Outcome == ItemOutcome.Refused))
        {
            await Keep(feed, null, refused.Id, agreementOf(refused.Index), refused.Code ?? "", refused.Message ?? "", now, cancellation);
        }

        int Count(ItemOutcome outcome) => results.Count(result => result.Outcome == outcome);
    }

    /// <summary>Records a file that could not be read as a whole.</summary>
    public ValueTask KeepFile(string feed, string file, string reason, Instant now, CancellationToken cancellation = default) =>
        Keep(feed, file, null, null, CaseworkRefusal.FileRefused, reason, now, cancellation);

    public async ValueTask<Reply<IReadOnlyList<FeedState>>> States(Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeFeeds(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var states = new List<FeedState>(Feeds.Length);
        foreach (var feed in Feeds)
        {
            states.Add(await StateOf(feed, cancellation));
        }

        return states;
    }

    /// <returns>Each feed with its state, and how many faults of it no lead has dealt with.</returns>
    internal async ValueTask<IReadOnlyList<(FeedState State, int Faults)>> Counts(CancellationToken cancellation)
    {
        var counts = new List<(FeedState, int)>(Feeds.Length);
        foreach (var feed in Feeds)
        {
            counts.Add((await StateOf(feed, cancellation), (await Rows(feed, cancellation)).Count));
        }

        return counts;
    }

    /// <summary>Most recent first.</summary>
    public async ValueTask<Reply<IReadOnlyList<FeedFault>>> Faults(Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeFeeds(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var faults = new List<FeedFault>();
        foreach (var feed in Feeds)
        {
            faults.AddRange((await Rows(feed, cancellation)).Select(row => Read(feed, row)));
        }

        faults.Sort((a, b) => b.Last.CompareTo(a.Last) is var order and not 0 ? order : string.CompareOrdinal(a.Key, b.Key));
        return faults;
    }

    /// <summary>Removes it from the list; if the item arrives again, the fault is listed again.</summary>
    /// <returns>The refusal; null when it was removed.</returns>
    public async ValueTask<Refusal?> DealtWith(Actor by, string feed, string key, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeFeeds(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        if (Feeds.Contains(feed) && key.StartsWith(FaultPrefix, StringComparison.Ordinal) && IdempotencyKey.IsWellFormed(key))
        {
            await store.Commit(new TableTransaction(Tables.Feeds, feed, [new RowChange.Delete(key)]), [], cancellation);
        }

        return null;
    }

    /// <summary>Faults of items about a case whose record is erased.</summary>
    internal async ValueTask Forget(AgreementId agreement, CancellationToken cancellation)
    {
        foreach (var feed in Feeds)
        {
            RowChange[] about = [.. (await Rows(feed, cancellation)).Where(row => RowOf<FeedFaultRow>.Read(row).Agreement == agreement.Value).Select(row => new RowChange.Delete(row.Row))];
            foreach (var some in about.Chunk(TableTransaction.MostChanges))
            {
                await store.Commit(new TableTransaction(Tables.Feeds, feed, some), [], cancellation);
            }
        }
    }

    private async ValueTask<FeedState> StateOf(string feed, CancellationToken cancellation) =>
        await store.Get(Tables.Feeds, feed, State, cancellation) is { } row && RowOf<FeedStateRow>.Read(row) is var last
            ? new FeedState(feed, last.At, last.Accepted, last.Repeated, last.Refused, last.Possible ?? 0, last.NotOurs ?? 0)
            : new FeedState(feed, null, 0, 0, 0);

    private async ValueTask Keep(
        string feed, string? file, string? item, string? agreement, string code, string message, Instant now, CancellationToken cancellation)
    {
        var key = FaultPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{file}\n{item}\n{agreement}\n{code}\n{message}")))[..32];
        var earlier = await store.Get(Tables.Feeds, feed, key, cancellation);
        if (earlier is null && (await Rows(feed, cancellation)).Count >= MostFaults)
        {
            return;
        }

        var fault = new FeedFaultRow(
            code,
            message.Length <= LongestText ? message : message[..LongestText],
            1 + (earlier is null ? 0 : RowOf<FeedFaultRow>.Read(earlier).Times),
            now,
            Text(file),
            Text(item),
            AgreementIds.IsWellFormed(agreement) ? agreement : null);
        await store.Commit(new TableTransaction(Tables.Feeds, feed, [new RowChange.Upsert(key, RowOf<FeedFaultRow>.Write(fault))]), [], cancellation);
    }

    private async ValueTask<IReadOnlyList<TableRow>> Rows(string feed, CancellationToken cancellation) =>
        (await store.Query(new TableQuery(Tables.Feeds, feed, From: FaultPrefix, Before: FaultPrefix + "~", Limit: MostFaults), cancellation)).Rows;

    private static FeedFault Read(string feed, TableRow row)
    {
        var fault = RowOf<FeedFaultRow>.Read(row);
        return new FeedFault(row.Row, feed, fault.File, fault.Item, fault.Agreement, fault.Code, fault.Message, fault.Times, fault.At);
    }

    private static string? Text(string? value) => value is null || value.Any(char.IsSurrogate) ? null : value;
}
