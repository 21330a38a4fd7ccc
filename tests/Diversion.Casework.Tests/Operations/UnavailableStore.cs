using Diversion.Casework.Storage;

namespace Diversion.Casework.Tests.Operations;

/// <summary>A store that answers nothing.</summary>
internal sealed class UnavailableStore : ITableStore
{
    public const string Advice = "The disk is full.";

    public ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default) => throw Fault();

    public ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default) => throw Fault();

    public IAsyncEnumerable<TableRow> Scan(string table, CancellationToken cancellation = default) => throw Fault();

    public ValueTask<bool> Commit(TableTransaction first, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default) => throw Fault();

    private static StorageUnavailableException Fault() => new(Advice);
}
