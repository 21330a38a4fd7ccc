using Azure;
using Azure.Data.Tables;
using Diversion.Casework.Storage;

namespace Diversion.Functions.Azure.Storage;

/// <summary>
/// One row of a partition with the transactions that follow its commits and are not yet known to be applied. It is written
/// in the same transaction as the commit itself, so that a crash cannot lose them. Since every such commit writes this row,
/// they have one order.
/// </summary>
/// <param name="Number">How many following transactions this partition has had; the last of <paramref name="Unfinished"/>
/// has this number.</param>
/// <param name="ETag">Null when the row does not exist yet.</param>
internal sealed record Journal(long Number, IReadOnlyList<TableTransaction> Unfinished, ETag? ETag)
{
    private const string NumberName = "number";
    private const string UnfinishedName = "unfinished";

    /// <summary>A filter for the journals of a table that are not finished.</summary>
    public const string HasUnfinished = $"RowKey eq '{OwnRows.Journal}' and {UnfinishedName} gt ''";

    public static readonly Journal None = new(0, [], null);

    public long FirstNumber => Number - Unfinished.Count + 1;

    public static async Task<Journal> Read(TableClient table, string partition, CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(partition, OwnRows.Journal, null, cancellation);
        return row.HasValue ? Read(row.Value!) : None;
    }

    public Journal With(IReadOnlyList<TableTransaction> following) =>
        this with { Number = Number + following.Count, Unfinished = [.. Unfinished, .. following] };

    /// <summary>Everything is applied.</summary>
    public Journal Finished() => this with { Unfinished = [] };

    /// <summary>Writes this journal if the one that was read has not changed.</summary>
    public TableTransactionAction Write(string partition)
    {
        var properties = new Dictionary<string, object>(2, StringComparer.Ordinal) { [NumberName] = Number };
        if (Unfinished.Count > 0)
        {
            properties[UnfinishedName] = TransactionText.Write(Unfinished);
        }

        var entity = Entities.Of(partition, OwnRows.Journal, properties);
        return ETag is { } etag
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, etag)
            : new TableTransactionAction(TableTransactionActionType.Add, entity);
    }

    private static Journal Read(TableEntity entity) => new(
        (long)entity[NumberName],
        entity.ContainsKey(UnfinishedName) ? TransactionText.Read(Entities.Joined(entity, UnfinishedName)) : [],
        entity.ETag);
}
