using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Diversion.Casework.Storage;
using Microsoft.Extensions.Logging;

namespace Diversion.Functions.Azure.Storage;

/// <summary>
/// The storage port on Azure Tables. A commit is durable when its first transaction is. Following transactions in other
/// partitions are recorded in that same transaction (<see cref="Journal"/>) and applied at once if possible.
/// </summary>
public sealed partial class AzureTableStore(TableServiceClient service, ILogger<AzureTableStore> log) : ITableStore, IUnfinishedCommits
{
    private const int MostPerRequest = 1000;
    private readonly ConcurrentDictionary<string, TableClient> tables = new(StringComparer.Ordinal);

    /// <summary>Creates missing tables. Call it once, before anything else.</summary>
    /// <exception cref="StorageUnavailableException">The store does not answer, or this app may not create tables there.</exception>
    public async Task CreateTables(CancellationToken cancellation = default) =>
        await Explained(
            () => Task.WhenAll(Tables.All.Select(table => Table(table).CreateIfNotExistsAsync(cancellation))), cancellation);

    public async ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default)
    {
        TableLimits.CheckTable(table);
        TableLimits.CheckKey(partition);
        TableLimits.CheckRow(row);
        cancellation.ThrowIfCancellationRequested();
        var found = await Explained(
            () => Table(table).GetEntityIfExistsAsync<TableEntity>(partition, row, null, cancellation), cancellation);
        return found.HasValue ? Entities.Row(found.Value!) : null;
    }

    public async ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default)
    {
        TableLimits.Check(query);
        cancellation.ThrowIfCancellationRequested();
        if (KeyRange.Filter(query) is not { } filter)
        {
            return new TablePage([], null);
        }

        // One more than requested shows whether there is a next page. The service may return fewer at any time.
        var rows = new List<TableRow>();
        await using var pages = Table(query.Table)
            .QueryAsync<TableEntity>(filter, Math.Min(query.Limit + 1, MostPerRequest), null, cancellation)
            .AsPages()
            .GetAsyncEnumerator(cancellation);
        while (rows.Count <= query.Limit && await Explained(() => pages.MoveNextAsync().AsTask(), cancellation))
        {
            rows.AddRange(pages.Current.Values.Select(Entities.Row));
        }

        return rows.Count <= query.Limit
            ? new TablePage(rows, null)
            : new TablePage(rows[..query.Limit], rows[query.Limit - 1].Row);
    }

    /// <remarks>Page by page: a row written in the meantime may or may not be seen, but none is seen twice.</remarks>
    public async IAsyncEnumerable<TableRow> Scan(string table, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        TableLimits.CheckTable(table);
        cancellation.ThrowIfCancellationRequested();
        await using var pages = Table(table)
            .QueryAsync<TableEntity>((string?)null, MostPerRequest, null, cancellation)
            .AsPages()
            .GetAsyncEnumerator(cancellation);
        while (await Explained(() => pages.MoveNextAsync().AsTask(), cancellation))
        {
            foreach (var entity in pages.Current.Values)
            {
                if (!OwnRows.IsOwn(entity.RowKey))
                {
                    yield return Entities.Row(entity);
                }
            }
        }
    }

    public async ValueTask<bool> Commit(
        TableTransaction first,
        IReadOnlyList<TableTransaction> following,
        CancellationToken cancellation = default)
    {
        TableLimits.Check(first, following);
        cancellation.ThrowIfCancellationRequested();
        if (first.Changes.Any(HasForeignETag))
        {
            return false;
        }

        if (await Written(first, following) is not { } journal)
        {
            return false;
        }

        try
        {
            await new Following(Table, first.Table, first.Partition).Apply(journal);
        }
        catch (Exception fault) when (TableFaults.Explain(fault, service.Uri, CancellationToken.None) is not null)
        {
            // The commit is durable, so the answer is yes: the following transactions are recorded, and applied with the
            // next commit or by Finish.
            LogLeft(fault.GetType().Name);
        }

        return true;
    }

    public async ValueTask Finish(string table, string partition, CancellationToken cancellation = default)
    {
        TableLimits.CheckTable(table);
        TableLimits.CheckKey(partition);
        cancellation.ThrowIfCancellationRequested();
        var following = new Following(Table, table, partition);
        await Explained(
            async () =>
            {
                await following.Apply(await Journal.Read(Table(table), partition, cancellation));
                return true;
            },
            cancellation);
    }

    public async IAsyncEnumerable<string> Find(string table, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        TableLimits.CheckTable(table);
        await using var pages = Table(table)
            .QueryAsync<TableEntity>(Journal.HasUnfinished, MostPerRequest, [nameof(TableEntity.PartitionKey)], cancellation)
            .AsPages()
            .GetAsyncEnumerator(cancellation);
        while (await Explained(() => pages.MoveNextAsync().AsTask(), cancellation))
        {
            foreach (var entity in pages.Current.Values)
            {
                yield return entity.PartitionKey;
            }
        }
    }

    private async Task<Journal?> Written(TableTransaction first, IReadOnlyList<TableTransaction> following)
    {
        var commit = new TableCommit(Table, first, following);
        try
        {
            return await commit.Run();
        }
        catch (Exception fault) when (TableFaults.Explain(fault, service.Uri) is { } explained)
        {
            try
            {
                if (await commit.IsWritten())
                {
                    return await Journal.Read(Table(first.Table), first.Partition);
                }
            }
            catch (Exception second) when (TableFaults.Explain(second, service.Uri) is not null)
            {
                throw new StorageUnavailableException(
                    $"{explained} It is not known whether this was written: look before doing it again, or send it again with the same idempotency key.", fault);
            }

            throw new StorageUnavailableException($"{explained} Nothing of this was written.", fault);
        }
    }

    private async Task<T> Explained<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call();
        }
        catch (Exception fault) when (TableFaults.Explain(fault, service.Uri, cancellation) is { } explained)
        {
            throw new StorageUnavailableException(explained, fault);
        }
    }

    private TableClient Table(string name) => tables.GetOrAdd(name, service.GetTableClient);

    /// <summary>Only weak ETags come from this service; it refuses any other as a faulty request.</summary>
    private static bool HasForeignETag(RowChange change)
    {
        var etag = change switch
        {
            RowChange.Replace replace => replace.ETag,
            RowChange.Delete delete => delete.ETag,
            _ => null,
        };
        return etag is not null && !(etag.StartsWith("W/\"", StringComparison.Ordinal) && etag.LastIndexOf('"') == etag.Length - 1 && etag.Length > 3);
    }

    [LoggerMessage(EventId = 5302, Level = LogLevel.Warning, Message = "What follows a commit could not be applied now and is left for later: {Fault}")]
    private partial void LogLeft(string fault);
}
