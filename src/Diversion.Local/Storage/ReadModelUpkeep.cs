using Diversion.Casework.Maintenance;
using Diversion.Casework.Storage;

namespace Diversion.Local.Storage;

/// <summary>
/// A database of an earlier program has agreements and no rows in the read models that came since. The migration leaves
/// a mark; it goes only when they are made, so that a crash in between forgets nothing.
/// </summary>
internal static class ReadModelUpkeep
{
    public const string Partition = "upkeep";
    public const string Wanted = "rebuild-wanted";

    /// <summary>Does nothing in a database that is up to date. About a minute for a million events.</summary>
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
