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
            .Select(row => (row.Row, RowOf<ChangedRow>.Read(row).ChangedAt))
            .OrderByDescending(kept => kept.ChangedAt)
            .Where((kept, place) => place >= MostKept - 1 || IsOld(kept.ChangedAt))
            .Select(kept => new RowChange.Delete(kept.Row))];
        var key = Guid.NewGuid().ToString("N");
        var insert = new RowChange.Insert(key, RowOf<KeptRow>.Write(
            new KeptRow(answer.Address, answer.Status, answer.IsForm ? KeptRow.Form : KeptRow.Page, answer.Text, Now)));
        await store.Commit(new TableTransaction(Tables.Drafts, partition, [insert, .. tooOld]), [], cancellation);
        return key;
    }

    /// <returns>Null when this person has none with that key, or its hour has passed.</returns>
    public async ValueTask<KeptAnswer?> Find(string owner, string key, CancellationToken cancellation = default) =>
        IdempotencyKey.IsWellFormed(key)
        && await store.Get(Tables.Drafts, Partitions.Kept(owner), key, cancellation) is { } row
        && RowOf<KeptRow>.Read(row) is var kept
        && !IsOld(kept.ChangedAt)
            ? new KeptAnswer(kept.Address, kept.Status, kept.Kind == KeptRow.Form, kept.Text)
            : null;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private bool IsOld(Instant changedAt) => changedAt < Now - Longest;
}
