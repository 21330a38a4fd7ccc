using Diversion.Casework.Access;
using Diversion.Casework.Agreements;
using Diversion.Casework.CustodyMatches;
using Diversion.Casework.Documents;
using Diversion.Casework.Feeds;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.CustodyMatches;
using NodaTime;

namespace Diversion.Casework.Keeping;

/// <summary>
/// Finishes what leads have ordered: the log first, then every copy outside the record, at last the record itself. A crash in
/// between leaves the order standing, and it is done again from the start.
/// </summary>
public sealed class Erasing(
    ITableStore store,
    CaseworkService casework,
    CustodyMatchService matches,
    IDocumentStore papers,
    IDestructionLog log,
    IErasedSpace space,
    AccessLog looks,
    FeedLog feeds,
    IEnumerable<IPersonCopies> copies)
{
    private const string Upkeep = "upkeep";
    private const string SpaceWanted = "erased-space-wanted";

    /// <summary>Everything that is ordered, and then the files of the store. Both hosts call it every few seconds or minutes; mostly nothing is.</summary>
    /// <returns>How many records were erased.</returns>
    /// <exception cref="StorageUnavailableException">Something cannot be deleted now; the next call tries again.</exception>
    public async Task<int> Finish(Instant now, CancellationToken cancellation = default)
    {
        var count = 0;
        await foreach (var row in store.Rows(Tables.Caseload, Partitions.Erasures, cancellation: cancellation))
        {
            if (await casework.Find(new AgreementId(row.Row), cancellation) is { Keeping: { Ordered: { } ordered, ErasedAt: null } } state)
            {
                // By the instant of the order, so that another try adds nothing.
                await log.Add(
                    new DestructionEntry(ordered.At, DestroyedKind.Record, state.Id.Value, 1, ordered.ById, ordered.Ground, ordered.Request, state.Status), cancellation);
                await Erase(state, null, now, cancellation);
                count++;
            }
        }

        if (await store.Get(Tables.Settings, Upkeep, SpaceWanted, cancellation) is not null)
        {
            await space.Reclaim(cancellation);
            await store.Commit(new TableTransaction(Tables.Settings, Upkeep, [new RowChange.Delete(SpaceWanted)]), [], cancellation);
        }

        return count;
    }

    /// <summary>
    /// The store may come from a backup: what the log says was destroyed since is destroyed again, before anybody reads it.
    /// </summary>
    /// <returns>How many records were erased again.</returns>
    public async Task<int> Repeat(Instant now, CancellationToken cancellation = default)
    {
        var count = 0;
        foreach (var entry in (await log.All(cancellation)).Where(entry => entry is { Kind: DestroyedKind.Record, Agreement: not null }).DistinctBy(entry => entry.Agreement))
        {
            if (await casework.Find(new AgreementId(entry.Agreement!), cancellation) is { IsErased: false } state)
            {
                await Erase(state, entry.Status, now, cancellation);
                count++;
            }
        }

        await Finish(now, cancellation);
        return count;
    }

    private async ValueTask Erase(AgreementState state, AgreementStatus? status, Instant now, CancellationToken cancellation)
    {
        await store.Commit(new TableTransaction(Tables.Settings, Upkeep, [new RowChange.Upsert(SpaceWanted, new Dictionary<string, object>())]), [], cancellation);
        await DeletePapers(state, cancellation);
        var messages = await store.Rows(Tables.Agreements, state.Id.Value, StreamRows.FirstMessage, StreamRows.AfterMessages, cancellation)
            .Select(row => row.Row[StreamRows.FirstMessage.Length..]).ToListAsync(cancellation);
        var person = PersonTexts.Of(state, messages);
        foreach (var copy in copies)
        {
            await copy.Delete(person, cancellation);
        }

        await EraseMatches(state.Id, now, cancellation);
        await feeds.Forget(state.Id, cancellation);
        await looks.EraseReasons(state.Id, cancellation);
        await casework.Erase(state.Id, status, now, cancellation);
    }

    /// <exception cref="StorageUnavailableException">A backup is being taken that needs them; the record waits for its end.</exception>
    private async ValueTask DeletePapers(AgreementState state, CancellationToken cancellation)
    {
        foreach (var paper in state.Documents)
        {
            var key = new DocumentKey(state.Id.Value, paper.Id);
            await papers.Delete(key, cancellation);
            await using var left = await papers.Read(key, cancellation);
            if (left is not null)
            {
                throw new StorageUnavailableException($"The papers of {state.Id} cannot be deleted while a backup is taken. The record is erased after it.");
            }
        }
    }

    /// <summary>Notices without a reference that may be about the case: each is a stream of its own, and names the person.</summary>
    private async ValueTask EraseMatches(AgreementId agreement, Instant now, CancellationToken cancellation)
    {
        var about = new List<CustodyMatchId>();
        await foreach (var row in store.Scan(Tables.Streams, cancellation))
        {
            if (row.Row == StreamRows.Snapshot && CustodyMatchKind.Instance.IdOf(row.Partition) is { } id && row.Text("state").Contains(agreement.Value, StringComparison.Ordinal))
            {
                about.Add(new CustodyMatchId(id));
            }
        }

        foreach (var match in about)
        {
            await matches.Erase(match, now, cancellation);
        }
    }
}
