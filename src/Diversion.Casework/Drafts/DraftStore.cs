using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Drafts;

/// <summary>Drafts, each its author's own: nobody else sees them. They go when they are sent, or when their time is over.</summary>
public sealed class DraftStore(ITableStore store, Rulebook rulebook)
{
    /// <summary>Far more than anybody has open.</summary>
    private const int Most = 100;

    /// <summary>Newest first.</summary>
    public async ValueTask<IReadOnlyList<Draft>> All(Actor by, DraftKind kind, Instant now, CancellationToken cancellation = default)
    {
        var (first, end) = ($"{kind}|", $"{kind}}}");
        var page = await store.Query(new TableQuery(Tables.Drafts, by.Id, first, end, Most), cancellation);
        return [.. page.Rows.Select(Read).Where(draft => !IsOver(draft, now)).OrderByDescending(draft => draft.SavedAt)];
    }

    public async ValueTask<Draft?> Find(Actor by, DraftKind kind, string id, Instant now, CancellationToken cancellation = default) =>
        await store.Get(Tables.Drafts, by.Id, Key(kind, id), cancellation) is { } row && Read(row) is var draft && !IsOver(draft, now) ? draft : null;

    /// <param name="eTag">Of the draft that was typed into; null for a new one.</param>
    /// <returns>False when it was saved, sent or deleted elsewhere meanwhile.</returns>
    public async ValueTask<bool> Save(
        Actor by, DraftKind kind, string id, string content, string? eTag, Instant now, CancellationToken cancellation = default)
    {
        var properties = new Dictionary<string, object>
        {
            ["kind"] = kind.ToString(),
            ["id"] = id,
            ["savedAt"] = Sortable.Ascending(now),
            ["content"] = content,
        };
        RowChange change = eTag is null ? new RowChange.Insert(Key(kind, id), properties) : new RowChange.Replace(Key(kind, id), properties, eTag);
        return await store.Commit(new TableTransaction(Tables.Drafts, by.Id, [change]), [], cancellation);
    }

    /// <summary>It was sent, or is not wanted any more.</summary>
    public async ValueTask Delete(Actor by, DraftKind kind, string id, CancellationToken cancellation = default) =>
        await store.Commit(new TableTransaction(Tables.Drafts, by.Id, [new RowChange.Delete(Key(kind, id))]), [], cancellation);

    /// <summary>Removes every draft whose time is over. A host calls it once a day: until then such drafts are there and nobody sees them.</summary>
    /// <returns>How many.</returns>
    public async Task<int> Sweep(Instant now, CancellationToken cancellation = default)
    {
        var removed = 0;
        await foreach (var row in store.Scan(Tables.Drafts, cancellation))
        {
            if (IsOver(Read(row), now)
                && await store.Commit(new TableTransaction(Tables.Drafts, row.Partition, [new RowChange.Delete(row.Row, row.ETag)]), [], cancellation))
            {
                removed++;
            }
        }

        return removed;
    }

    private bool IsOver(Draft draft, Instant now) =>
        rulebook.Schemes.InForce(rulebook.Programme.Scheme, WorkingCalendar.DateOf(now)) is { } scheme
        && WorkingCalendar.DateOf(draft.SavedAt).PlusDays(scheme.Retention.DraftDays) < WorkingCalendar.DateOf(now);

    private static string Key(DraftKind kind, string id) => $"{kind}|{id}";

    private static Draft Read(TableRow row) => new(
        Enum.Parse<DraftKind>(row.Text("kind")), row.Text("id"), Sortable.Parse(row.Text("savedAt")), row.Text("content"), row.ETag);
}
