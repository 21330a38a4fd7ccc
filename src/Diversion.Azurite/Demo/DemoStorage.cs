using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Programmes;
using Diversion.Casework.Storage;
using Diversion.Local.Storage;
using Diversion.Simulation.Demo;
using NodaTime;

namespace Diversion.Azurite.Demo;

/// <summary>The demo programme in the emulator's tables.</summary>
internal static class DemoStorage
{
    /// <summary>Of one partition at a time; well below what a transaction holds.</summary>
    private const int RowsAtOnce = 50;

    private const int PartitionsAtOnce = 8;

    /// <summary>A demo that was not finished is made anew.</summary>
    public static bool IsMissing(string folder) => !File.Exists(Mark(folder));

    /// <summary>Lives half a year in a file and copies what came of it: command by command the emulator would take minutes.</summary>
    public static async Task Make(string folder, ITableStore store, Rulebook rulebook, IDataKeys keys, CancellationToken cancellation)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var lived = Directory.CreateTempSubdirectory("diversion-demo-").FullName;
        try
        {
            await using var file = SqliteTableStore.Open(lived);
            await DemoProgramme.Create(file, rulebook, now, keys, cancellation: cancellation);
            await CopyAll(file, store, cancellation);
        }
        finally
        {
            Directory.Delete(lived, recursive: true);
        }

        await DemoClockSetting.Save(store, now, SystemClock.Instance, cancellation);
        await File.WriteAllTextAsync(Mark(folder), "The demo in storage/ is whole.\n", cancellation);
    }

    private static async Task CopyAll(ITableStore from, ITableStore to, CancellationToken cancellation)
    {
        foreach (var table in Tables.All)
        {
            var rows = new List<TableRow>();
            await foreach (var row in from.Scan(table, cancellation))
            {
                rows.Add(row);
            }

            await Parallel.ForEachAsync(
                rows.GroupBy(row => row.Partition),
                new ParallelOptions { MaxDegreeOfParallelism = PartitionsAtOnce, CancellationToken = cancellation },
                async (partition, stop) => await Copy(table, partition, to, stop));
        }
    }

    private static async ValueTask Copy(string table, IGrouping<string, TableRow> partition, ITableStore store, CancellationToken cancellation)
    {
        foreach (var rows in partition.Chunk(RowsAtOnce))
        {
            await store.Commit(new TableTransaction(table, partition.Key, [.. rows.Select(row => new RowChange.Insert(row.Row, row.Properties))]), [], cancellation);
        }
    }

    private static string Mark(string folder) => Path.Combine(folder, "demo.made");
}
