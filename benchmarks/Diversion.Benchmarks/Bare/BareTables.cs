using System.Collections.Concurrent;
using Azure.Data.Tables;
using Diversion.Casework.Storage;
using Diversion.Functions.Azure.Storage;

namespace Diversion.Benchmarks.Bare;

/// <summary>Writes the rows of commits, one request a transaction and nothing else: no reading, no journal, no conflicts.</summary>
internal sealed class BareTables(TableServiceClient service)
{
    private readonly ConcurrentDictionary<string, TableClient> tables = new(StringComparer.Ordinal);

    public async Task Write(IReadOnlyList<TableTransaction> commit)
    {
        foreach (var transaction in commit)
        {
            var table = tables.GetOrAdd(transaction.Table, service.GetTableClient);
            await table.SubmitTransactionAsync(transaction.Changes.Select(change => Upsert(transaction.Partition, change)));
        }
    }

    /// <summary>A row to delete, which is not there, is written instead: also one row of the request.</summary>
    private static TableTransactionAction Upsert(string partition, RowChange change) => new(
        TableTransactionActionType.UpsertReplace,
        change switch
        {
            RowChange.Insert insert => Entities.Of(partition, insert.Row, insert.Properties),
            RowChange.Upsert upsert => Entities.Of(partition, upsert.Row, upsert.Properties),
            RowChange.Replace replace => Entities.Of(partition, replace.Row, replace.Properties),
            _ => new TableEntity(partition, change.RowKey),
        });
}
