using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using NodaTime;

namespace Diversion.Casework.Drafts;

/// <summary>
/// A form that was sent after the session had ended, or the page that answered a form with errors. Each is kept for an
/// hour, only for that person, under an unguessable key.
/// </summary>
/// <param name="time">The machine's clock, since a demo's clock jumps.</param>
public sealed class KeptAnswers(ITableStore store, TimeProvider time)
{
    public static readonly Duration Longest = Duration.FromHours(1);

    private const int MostKept = 50;
    private const int LongestText = 400_000;

    /// <returns>The key; null when it is too large to keep.</returns>
    public async ValueTask<string?> Keep(string owner, KeptAnswer answer, CancellationToken cancellation = default)
    {
        if (answer.Text.Length > LongestText)
        {
            return null;
        }

        var partition = Partitions.Kept(owner);
        var earlier = await store.Query(new TableQuery(Tables.Drafts, partition, Limit: MostKept + 1), cancellation);
        RowChange[] tooOld = [.. earlier.Rows
            .OrderByDescending(row => row.Text("changedAt"), StringComparer.Ordinal)
            .Where((row, place) => place >= MostKept - 1 || IsOld(row))
            .Select(row => new RowChange.Delete(row.Row))];
        var key = Guid.NewGuid().ToString("N");
        var insert = new RowChange.Insert(key, new Dictionary<string, object>(5)
        {
            ["address"] = answer.Address,
            ["status"] = (long)answer.Status,
            ["kind"] = answer.IsForm ? "form" : "page",
            ["text"] = answer.Text,
            ["changedAt"] = Sortable.Ascending(Now),
        });
        await store.Commit(new TableTransaction(Tables.Drafts, partition, [insert, .. tooOld]), [], cancellation);
        return key;
    }

    /// <returns>Null when this person has none with that key, or its hour has passed.</returns>
    public async ValueTask<KeptAnswer?> Find(string owner, string key, CancellationToken cancellation = default) =>
        IdempotencyKey.IsWellFormed(key)
        && await store.Get(Tables.Drafts, Partitions.Kept(owner), key, cancellation) is { } row
        && !IsOld(row)
            ? new KeptAnswer(row.Text("address"), (int)row.Number("status"), row.Text("kind") == "form", row.Text("text"))
            : null;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private bool IsOld(TableRow row) => Sortable.Parse(row.Text("changedAt")) < Now - Longest;
}
