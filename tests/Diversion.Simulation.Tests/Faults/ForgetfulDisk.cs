using Diversion.Casework.Storage;

namespace Diversion.Simulation.Tests.Faults;

/// <summary>A disk with a fault that no program can survive, to see that it is found.</summary>
/// <param name="forgets">Every so many commits, the disk says yes and keeps nothing.</param>
/// <param name="forgetsFollowing">Every so many commits, it keeps the first transaction only.</param>
internal sealed class ForgetfulDisk(ITableStore inner, int forgets = int.MaxValue, int forgetsFollowing = int.MaxValue) : ITableStore
{
    private int commits;

    public ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default) =>
        inner.Get(table, partition, row, cancellation);

    public ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default) => inner.Query(query, cancellation);

    public IAsyncEnumerable<TableRow> Scan(string table, CancellationToken cancellation = default) => inner.Scan(table, cancellation);

    public ValueTask<bool> Commit(TableTransaction first, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default)
    {
        commits++;
        return commits % forgets == 0 ? new(true) : inner.Commit(first, commits % forgetsFollowing == 0 ? [] : following, cancellation);
    }
}
