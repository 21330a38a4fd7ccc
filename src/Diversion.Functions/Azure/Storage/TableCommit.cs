using Azure;
using Azure.Data.Tables;
using Diversion.Casework.Storage;

namespace Diversion.Functions.Azure.Storage;

/// <summary>The first transaction of one commit, written once together with the journal of what follows it.</summary>
/// <remarks>The client sends a request again when its answer was lost; the second request then conflicts with the first. So
/// one row of the commit carries a mark, and a conflict is believed only if that row does not have the mark. A commit that
/// only deletes has no row for it: there a lost answer may be reported as a conflict.
/// </remarks>
internal sealed class TableCommit(Func<string, TableClient> tables, TableTransaction first, IReadOnlyList<TableTransaction> following)
{
    /// <summary>If more than this is unfinished from before, it is finished first: a row has limited space.</summary>
    private const int MostCarriedOn = 64 * 1024;

    private const int MostTries = 20;

    private readonly TableClient table = tables(first.Table);
    private readonly string mark = Guid.NewGuid().ToString("N");
    private readonly string? marked = (first.Changes.FirstOrDefault(change => change is RowChange.Insert)
        ?? first.Changes.FirstOrDefault(change => change is RowChange.Replace)
        ?? first.Changes.FirstOrDefault(change => change is RowChange.Upsert))?.RowKey;

    /// <returns>The journal after the commit; null on a conflict.</returns>
    /// <exception cref="RequestFailedException">The store does not answer.</exception>
    /// <exception cref="StorageUnavailableException">Other processes were faster too often; nothing was written.</exception>
    public async Task<Journal?> Run()
    {
        for (var tries = 1; ; tries++)
        {
            var written = following.Count == 0 ? Journal.None : (await Ready()).With(following);
            switch (await Submission.Of(table, Actions(written)))
            {
                case Submission.Applied applied:
                    return following.Count == 0 ? written : written with { ETag = applied.ETags[OwnRows.Journal] };
                case Submission.Conflict when await IsWritten():
                    return await Journal.Read(table, first.Partition);
                case Submission.Conflict { RowKey: not OwnRows.Journal }:
                    return null;
            }

            if (tries == MostTries)
            {
                throw new StorageUnavailableException(
                    $"Others wrote beside this {MostTries} times while it was tried. Nothing was written; try again.");
            }

            await Task.Delay(Random.Shared.Next(5, 20 * tries));
        }
    }

    /// <summary>Whether this commit is in the store, even if its answers were lost.</summary>
    public async Task<bool> IsWritten()
    {
        if (marked is null)
        {
            return false;
        }

        var row = await table.GetEntityIfExistsAsync<TableEntity>(first.Partition, marked, [OwnRows.CommitMark]);
        return row.HasValue && row.Value!.GetString(OwnRows.CommitMark) == mark;
    }

    private async Task<Journal> Ready()
    {
        var journal = await Journal.Read(table, first.Partition);
        if (journal.Unfinished.Count == 0 || TransactionText.Write(journal.Unfinished).Length <= MostCarriedOn)
        {
            return journal;
        }

        await new Following(tables, first.Table, first.Partition).Apply(journal);
        return await Journal.Read(table, first.Partition);
    }

    private IEnumerable<TableTransactionAction> Actions(Journal written)
    {
        foreach (var change in first.Changes)
        {
            var action = Entities.Action(first.Partition, change);
            if (change.RowKey == marked)
            {
                ((TableEntity)action.Entity)[OwnRows.CommitMark] = mark;
            }

            yield return action;
        }

        // Last, so that a conflict of the caller's own rows is the one that is reported.
        if (following.Count > 0)
        {
            yield return written.Write(first.Partition);
        }
    }
}
