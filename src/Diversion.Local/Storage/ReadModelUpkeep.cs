using Diversion.Casework.Maintenance;
using Diversion.Casework.Storage;

namespace Diversion.Local.Storage;

/// <summary>
/// A database of an earlier program has agreements but no rows in the read models that were added since. The migration
/// leaves a mark, which is removed only when the rows are made, so that a crash in between forgets nothing.
/// </summary>
internal static class ReadModelUpkeep
{
    public const string Partition = "upkeep";
    public const string Wanted = "rebuild-wanted";

    /// <summary>Does nothing in a database that is up to date. Takes about a minute for a million events.</summary>
    public static async Task Run(ITableStore store, CancellationToken cancellation)
    {
        if (await store.Get(Tables.Settings, Partition, Wanted, cancellation) is null)
        {
            return;
        }

        await Rebuilding.Run(store, null, cancellation);
        await store.Commit(new TableTransaction(Tables.Settings, Partition, [new RowChange.Delete(Wanted)]), [], cancellation);
    }
}
