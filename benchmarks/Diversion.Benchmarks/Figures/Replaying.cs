using System.Diagnostics;
using Diversion.Benchmarks.Bare;
using Diversion.Benchmarks.Cases;
using Diversion.Benchmarks.Measuring;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Storage;
using Diversion.Local.Storage;
using static Diversion.Benchmarks.Measuring.Settings;

namespace Diversion.Benchmarks.Figures;

/// <summary>
/// A rebuild of everything from its events, against a plain scan of the same rows. The folder is open for reading only: a
/// rebuild that found anything to write in a sound store would fail.
/// </summary>
internal static class Replaying
{
    private const double Aim = 200_000;

    private static readonly string[] Scanned =
    [
        Tables.Due, Tables.Caseload, Tables.Inbox, Tables.Register, Tables.Search, Tables.Figures, Tables.Outbox, Tables.Agreements,
    ];

    public static async Task<Figure[]> Measure(Settings settings)
    {
        var folder = await Population.Of(settings.Agreements);
        var rates = new List<double>();
        var bare = new List<double>();
        var processor = new List<double>();
        var scanned = new List<double>();
        long events = 0;
        long most = 0;
        for (var round = 0; round < 3; round++)
        {
            GC.Collect();
            var cpuBefore = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            BareScan.Read(folder, Scanned);
            var scan = watch.Elapsed.TotalSeconds;
            scanned.Add((Environment.CpuUsage.TotalTime - cpuBefore).TotalMicroseconds);

            using var store = SqliteTableStore.OpenToRead(folder);
            var cpu = Environment.CpuUsage.TotalTime;
            watch.Restart();
            var report = await Rebuilding.Run(store);
            events = report.Events;
            rates.Add(events / watch.Elapsed.TotalSeconds);
            processor.Add((Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / events);
            bare.Add(events / scan);
            most = Math.Max(most, Memory.Own());
        }

        var rate = Samples.Median(rates);
        return
        [
            new Figure(
                Text($"rebuild, {events / 1e6:0.0} million events"),
                Text($"{rate:N0} events/s, {Samples.Median(processor):0.0} µs of CPU an event, {most / 1e6:N0} MB"),
                Text($"{Samples.Median(bare):N0} events/s, {Samples.Median(scanned) / events:0.0} µs (plain scan of the same rows)"),
                rate / Samples.Median(bare),
                "200,000/s",
                rate >= Aim),
        ];
    }
}
