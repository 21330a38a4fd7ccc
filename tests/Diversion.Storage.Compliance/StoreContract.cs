namespace Diversion.Storage.Compliance;

/// <summary>What the contracts share: the store, and short methods for its operations.</summary>
public abstract class StoreContract(IStoreUnderTest underTest) : IDisposable
{
    protected const string Table = Tables.Agreements;
    protected const string Partition = "AG-1";

    protected ITableStore Store => underTest.Store;

    public void Dispose()
    {
        underTest.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static Dictionary<string, object> Props(string value) => new(StringComparer.Ordinal) { ["Value"] = value };

    protected static RowChange.Insert Insert(string row, string value = "x") => new(row, Props(value));

    protected static RowChange.Upsert Upsert(string row, string value = "x") => new(row, Props(value));

    protected static RowChange.Replace Replace(string row, string? etag, string value = "x") => new(row, Props(value), etag!);

    protected static TableTransaction On(string table, string partition, params RowChange[] changes) => new(table, partition, changes);

    protected ValueTask<bool> Commit(params RowChange[] changes) => Store.Commit(On(Table, Partition, changes), []);

    protected ValueTask<TableRow?> Get(string row) => Store.Get(Table, Partition, row);

    protected async Task<string?> Value(string row) => (await Get(row))?.Text("Value");

    protected async Task<string?> ETag(string row) => (await Get(row))?.ETag;

    protected async Task<string[]> Rows(string? from = null, string? before = null)
    {
        var page = await Store.Query(new TableQuery(Table, Partition, from, before, Limit: 1000));
        Assert.Null(page.Continuation);
        return [.. page.Rows.Select(row => row.Row)];
    }

    protected Task Refused(params RowChange[] changes) =>
        Assert.ThrowsAnyAsync<ArgumentException>(async () => await Commit(changes));
}
