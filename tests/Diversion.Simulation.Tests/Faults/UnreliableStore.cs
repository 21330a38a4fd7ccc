using Diversion.Casework.Storage;

namespace Diversion.Simulation.Tests.Faults;

/// <summary>One process's way to the disk: calls fail, answers are lost, the process is killed, and another process comes in between.</summary>
internal sealed class UnreliableStore(ITableStore disk, FaultSource faults, SimulatedHost host) : ITableStore
{
    public ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default)
    {
        host.MayBeKilled();
        faults.BeforeRead();
        return disk.Get(table, partition, row, cancellation);
    }

    public ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default)
    {
        host.MayBeKilled();
        faults.BeforeRead();
        return disk.Query(query, cancellation);
    }

    public IAsyncEnumerable<TableRow> Scan(string table, CancellationToken cancellation = default)
    {
        host.MayBeKilled();
        faults.BeforeRead();
        return disk.Scan(table, cancellation);
    }

    public async ValueTask<bool> Commit(TableTransaction first, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default)
    {
        host.MayBeKilled();
        faults.BeforeCommit();
        await host.MayBeInterrupted();
        var applied = await disk.Commit(first, following, cancellation);
        host.MayBeKilled();
        faults.AfterCommit();
        return applied;
    }
}
