using System.Collections.Concurrent;
using Diversion.Casework.Access;
using Diversion.Casework.Delivery;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Timekeeping;

/// <summary>
/// Finds agreements on which something should have happened by now, for a host that keeps time elsewhere and needs to know
/// what was missed. Index rows that the agreement itself contradicts are removed on the way.
/// </summary>
public sealed class OverdueAgreements(ITableStore store, CaseworkService casework, IUnfinishedCommits unfinished)
{
    /// <summary>Per shard; the rest is found once these are done.</summary>
    private const int MostRows = 500;

    private const int AtOnce = 16;

    private readonly InstantIndex due = new(store, Tables.Due);
    private readonly InstantIndex outbox = new(store, Tables.Outbox);

    /// <returns>Each agreement once.</returns>
    public async Task<IReadOnlyCollection<AgreementId>> Find(Instant before, CancellationToken cancellation = default)
    {
        var found = new ConcurrentDictionary<AgreementId, bool>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            await due.UpTo(before, MostRows, cancellation), parallel, (row, stop) => Check(row, Tables.Due, IsDue, found, stop));
        await Parallel.ForEachAsync(
            await outbox.UpTo(before, MostRows, cancellation), parallel, (row, stop) => Check(row, Tables.Outbox, IsWaiting, found, stop));
        return [.. found.Keys];
    }

    private async ValueTask Check(
        TableRow row,
        string table,
        Func<AgreementId, TableRow, CancellationToken, ValueTask<bool>> stands,
        ConcurrentDictionary<AgreementId, bool> found,
        CancellationToken cancellation)
    {
        var agreement = new AgreementId(RowOf<ReferenceRow>.Read(row).Agreement);
        if (found.ContainsKey(agreement))
        {
            return;
        }

        if (await stands(agreement, row, cancellation))
        {
            found[agreement] = true;
        }
        else
        {
            // A crash between two partitions leaves the index out of date. Add the missing row before removing the wrong one.
            await unfinished.Finish(Tables.Agreements, agreement.Value, cancellation);
            await store.Commit(new TableTransaction(table, row.Partition, [new RowChange.Delete(row.Row, row.ETag)]), [], cancellation);
        }
    }

    private async ValueTask<bool> IsDue(AgreementId agreement, TableRow row, CancellationToken cancellation)
    {
        try
        {
            return await casework.Find(agreement, cancellation) is { } state && Agreement.NextDue(state) <= DueRows.InstantOf(row);
        }
        catch (StreamBrokenException)
        {
            // It must not hold up the others; its workflow reports what is wrong with it.
            return true;
        }
    }

    private async ValueTask<bool> IsWaiting(AgreementId agreement, TableRow row, CancellationToken cancellation) =>
        await store.Get(Tables.Agreements, agreement.Value, OutboxRows.Key(RowOf<OutboxRow>.Read(row).Message), cancellation) is { } message
        && OutboxRows.Read(message).State is { Status: DeliveryStatus.Waiting } state
        && state.NextTry <= DueRows.InstantOf(row);
}
