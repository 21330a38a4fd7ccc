using Diversion.Local.Storage;

namespace Diversion.Local.Programmes;

/// <summary>A folder that was restored from a backup, maybe of an earlier version of the program.</summary>
internal static class RestoredFolder
{
    public static async Task BringUpToDate(string folder, CancellationToken cancellation)
    {
        await using var store = SqliteTableStore.Open(folder);
        await ReadModelUpkeep.Run(store, cancellation);
    }
}
