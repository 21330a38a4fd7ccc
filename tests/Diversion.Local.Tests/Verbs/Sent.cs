using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Local.Storage;

namespace Diversion.Local.Tests.Verbs;

/// <summary>Reads a data folder that a server works on.</summary>
internal static class Sent
{
    /// <summary>Waits until the outbox is empty.</summary>
    public static async Task All(string folder)
    {
        using var store = SqliteTableStore.OpenToRead(folder);
        for (var waited = 0; await Waiting(store) > 0; waited++)
        {
            Assert.True(waited < 600, $"{await Waiting(store)} messages still wait after a minute.");
            await Task.Delay(100);
        }
    }

    private static async Task<int> Waiting(SqliteTableStore store)
    {
        var waiting = 0;
        foreach (var shard in Partitions.AllShards)
        {
            waiting += (await store.Query(new TableQuery(Tables.Outbox, shard, Limit: 1000))).Rows.Count;
        }

        return waiting;
    }
}
