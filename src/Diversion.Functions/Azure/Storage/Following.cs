using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Diversion.Casework.Storage;

namespace Diversion.Functions.Azure.Storage;

/// <summary>
/// Applies the following transactions of one partition's commits, each exactly once and in order, however many processes do
/// so at the same time and however late one of them resumes.
/// </summary>
/// <remarks>Each transaction is written together with a row that has its number, in the partition that it changes, on
/// condition that the number there is lower. So a second attempt, or one that comes after a later transaction, changes
/// nothing.
/// </remarks>
internal sealed class Following(Func<string, TableClient> tables, string sourceTable, string sourcePartition)
{
    private const string NumberName = "number";

    // A partition key may use the whole length of a key, so its row in another partition is found by a hash.
    private readonly string progressRow = " from:" + Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{sourceTable}/{sourcePartition}")).AsSpan(0, 16));

    private readonly Dictionary<(string Table, string Partition), Progress> known = [];

    /// <exception cref="RequestFailedException">The store does not answer; a new call continues where this one stopped.</exception>
    public async Task Apply(Journal journal)
    {
        if (journal.Unfinished.Count == 0)
        {
            return;
        }

        var targets = journal.Unfinished.Select(transaction => (transaction.Table, transaction.Partition)).Distinct();
        foreach (var (target, progress) in await Task.WhenAll(targets.Select(async target => (target, await Read(target)))))
        {
            known[target] = progress;
        }

        var number = journal.FirstNumber;
        foreach (var transaction in journal.Unfinished)
        {
            await Apply(transaction, number++);
        }

        // The process that has written the journal since includes these transactions, finds them applied, and finishes it.
        await Submission.Of(tables(sourceTable), [journal.Finished().Write(sourcePartition)]);
    }

    private async Task Apply(TableTransaction transaction, long number)
    {
        var target = (transaction.Table, transaction.Partition);
        while (known[target] is var progress && progress.Number < number)
        {
            var ended = await Submission.Of(
                tables(transaction.Table),
                [.. transaction.Changes.Select(change => Entities.Action(transaction.Partition, change)), progress.Write(transaction.Partition, progressRow, number)]);

            // Only the number can conflict: another process is applying it too.
            known[target] = ended is Submission.Applied applied ? new Progress(number, applied.ETags[progressRow]) : await Read(target);
        }
    }

    private async Task<Progress> Read((string Table, string Partition) target)
    {
        var row = await tables(target.Table).GetEntityIfExistsAsync<TableEntity>(target.Partition, progressRow);
        return row.HasValue ? new Progress((long)row.Value![NumberName], row.Value.ETag) : new Progress(0, null);
    }

    /// <param name="Number">Number of the last transaction from this source that was applied in a partition.</param>
    private readonly record struct Progress(long Number, ETag? ETag)
    {
        public TableTransactionAction Write(string partition, string row, long number)
        {
            var entity = new TableEntity(partition, row) { [NumberName] = number };
            return ETag is { } etag
                ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, etag)
                : new TableTransactionAction(TableTransactionActionType.Add, entity);
        }
    }
}
