using System.Text.Json;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Programmes;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using NodaTime;

namespace Diversion.Casework.Drafts;

/// <summary>
/// Referrals that somebody has begun and not sent; only the author sees a draft. It is personal data outside any agreement,
/// so it is deleted when it is sent, when its author discards it, or after the number of days that the scheme sets.
/// </summary>
public sealed class ReferralDrafts(ITableStore store, Rulebook rulebook)
{
    private const int LongestTitle = 200;
    private const int LongestJson = 100_000;
    private const int MostDrafts = 100;

    /// <summary>The reference that the draft's referral will get, so that sending it twice creates only one.</summary>
    public static AgreementId ReferenceOf(Actor author, string draftId) => AgreementIds.FromRequest(author.Id, draftId);

    /// <param name="id">For a new draft, made by the caller: 8 to 64 letters, digits, hyphens or underscores.</param>
    /// <param name="etag">The ETag of the draft as it was read; null for a new one.</param>
    /// <returns>The draft as saved, or a refusal if it was changed in the meantime (by its author, in another window).</returns>
    public async ValueTask<Reply<ReferralDraft>> Save(
        Actor author, string id, string title, string json, string? etag, Instant now, CancellationToken cancellation = default)
    {
        if (!IsAuthor(author))
        {
            return CaseworkRefusal.NotForRole();
        }

        if (!IdempotencyKey.IsWellFormed(id) || json.Length > LongestJson || !IsJson(json))
        {
            return CaseworkRefusal.DraftInvalid();
        }

        if (etag is null && (await Page(author, MostDrafts, cancellation)).Rows.Count == MostDrafts)
        {
            return CaseworkRefusal.TooManyDrafts(MostDrafts);
        }

        var properties = RowOf<DraftRow>.Write(new DraftRow(title.Length <= LongestTitle ? title : title[..LongestTitle], json, now));
        RowChange change = etag is null ? new RowChange.Insert(id, properties) : new RowChange.Replace(id, properties, etag);
        return await store.Commit(new TableTransaction(Tables.Drafts, Partitions.Officer(author.Id), [change]), [], cancellation)
            && await Find(author, id, cancellation) is { } saved
            ? saved
            : CaseworkRefusal.DraftChanged();
    }

    /// <summary>Null when there is no draft with that id.</summary>
    public async ValueTask<ReferralDraft?> Find(Actor author, string id, CancellationToken cancellation = default) =>
        IsAuthor(author)
        && IdempotencyKey.IsWellFormed(id)
        && await store.Get(Tables.Drafts, Partitions.Officer(author.Id), id, cancellation) is { } row
            ? Read(row)
            : null;

    /// <summary>The author's own, last changed first.</summary>
    public async ValueTask<IReadOnlyList<ReferralDraft>> Of(Actor author, CancellationToken cancellation = default) =>
        IsAuthor(author)
            ? [.. (await Page(author, MostDrafts, cancellation)).Rows.Select(Read).OrderByDescending(draft => draft.ChangedAt).ThenBy(draft => draft.Id, StringComparer.Ordinal)]
            : [];

    /// <summary>After it was sent or discarded. A draft that does not exist is not an error.</summary>
    public async ValueTask Remove(Actor author, string id, CancellationToken cancellation = default)
    {
        if (IsAuthor(author) && IdempotencyKey.IsWellFormed(id))
        {
            await store.Commit(new TableTransaction(Tables.Drafts, Partitions.Officer(author.Id), [new RowChange.Delete(id)]), [], cancellation);
        }
    }

    /// <summary>How long an untouched draft is kept under the scheme; null when no scheme is in force.</summary>
    public int? DaysKept(Instant now) =>
        rulebook.Schemes.InForce(rulebook.Programme.Scheme, Domain.Time.WorkingCalendar.DateOf(now))?.Retention.DraftDays;

    /// <summary>Removes drafts that were not touched for that time. Both hosts call it once a day.</summary>
    /// <returns>How many were removed.</returns>
    public async Task<int> RemoveOld(Instant now, CancellationToken cancellation = default)
    {
        if (DaysKept(now) is not { } days)
        {
            return 0;
        }

        var oldest = now - Duration.FromDays(days);
        var oldestKept = now - KeptAnswers.Longest;
        var old = new List<TableRow>();
        await foreach (var row in store.Scan(Tables.Drafts, cancellation))
        {
            var limit = row.Partition.StartsWith(Partitions.KeptPrefix, StringComparison.Ordinal) ? oldestKept : oldest;
            if (RowOf<ChangedRow>.Read(row).ChangedAt < limit)
            {
                old.Add(row);
            }
        }

        var removed = 0;
        foreach (var row in old)
        {
            // Somebody may be typing in it again.
            removed += await store.Commit(new TableTransaction(Tables.Drafts, row.Partition, [new RowChange.Delete(row.Row, row.ETag)]), [], cancellation) ? 1 : 0;
        }

        return removed;
    }

    private static bool IsAuthor(Actor author) => AccessPolicy.IsForRole<ReferralCommand.Refer>(author);

    private static ReferralDraft Read(TableRow row)
    {
        var draft = RowOf<DraftRow>.Read(row);
        return new ReferralDraft(row.Row, draft.Title, draft.Json, draft.ChangedAt, row.ETag!);
    }

    private static bool IsJson(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private ValueTask<TablePage> Page(Actor author, int limit, CancellationToken cancellation) =>
        store.Query(new TableQuery(Tables.Drafts, Partitions.Officer(author.Id), Limit: limit), cancellation);
}
