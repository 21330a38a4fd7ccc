using Diversion.Casework.Access;
using Diversion.Casework.Agreements;
using Diversion.Casework.CustodyMatches;
using Diversion.Casework.Feeds;
using Diversion.Casework.Keeping;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Local.Storage;
using NodaTime;

namespace Diversion.Local.Programmes;

/// <summary>A folder may come from a backup: what was erased since is erased again before anybody reads it.</summary>
internal static class ErasedAgain
{
    /// <returns>How many records.</returns>
    public static async Task<int> Run(string folder, SqliteTableStore store, Rulebook rulebook, Instant now, CancellationToken cancellation)
    {
        using var cache = new StreamCache(0);
        var listeners = new ChangeListeners();
        var casework = new CaseworkService(store, cache, rulebook, listeners);
        var erasing = new Erasing(
            store,
            casework,
            new CustodyMatchService(store, cache, casework, listeners),
            new FolderDocumentStore(folder),
            FileDestructionLog.Of(folder),
            store,
            new AccessLog(store),
            new FeedLog(store),
            FolderCopies.Of(folder));
        return await erasing.Repeat(now, cancellation);
    }
}
