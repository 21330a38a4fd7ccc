using Diversion.Benchmarks.Measuring;
using static Diversion.Benchmarks.Measuring.Settings;

namespace Diversion.Benchmarks.Figures;

/// <summary>Durable commands through casework on SQLite, against a bare loop that writes the same rows.</summary>
internal static class Durable
{
    public static async Task<Figure[]> Many(Settings settings)
    {
        var result = await DurableLoad.Run(Math.Min(settings.Agreements, 10_000), 64, settings.Quick ? 1_000 : 4_000, settings.Quick ? 3 : 7);
        return
        [
            new Figure(
                "durable commands, 64 clients",
                Text($"{result.Rate:N0}/s"),
                Text($"{result.BareRate:N0}/s (same rows, groups of {Samples.Median(result.Rounds.Select(round => round.GroupSize)):0})"),
                result.Ratio,
                "ratio 0.50",
                result.Ratio >= 0.5),
        ];
    }

    public static async Task<Figure[]> One(Settings settings)
    {
        var result = await DurableLoad.Run(1_000, 1, settings.Quick ? 500 : 1_000, settings.Quick ? 3 : 9);
        return [At("p50", 0.5, 1.5), At("p99", 0.99, null)];

        Figure At(string name, double part, double? aim)
        {
            var product = Samples.Percentile(result.Latencies, part);
            var bare = Samples.Percentile(result.BareLatencies, part);
            return new Figure(
                $"durable command, 1 client, {name}",
                Text($"{product:N0} µs"),
                Text($"{bare:N0} µs (same rows, one flushed transaction)"),
                product / bare,
                aim is { } most ? Text($"at most {most:0.0} times") : "",
                aim is { } limit ? product / bare <= limit : null);
        }
    }

    /// <summary>The same work among growing numbers of agreements.</summary>
    public static async Task<Figure[]> Growth(Settings settings)
    {
        var figures = new List<Figure>();
        double? cpuAtFirst = null;
        foreach (var agreements in settings.Growth)
        {
            var result = await DurableLoad.Run(agreements, 64, settings.Quick ? 1_000 : 4_000, settings.Quick ? 3 : 5);
            var cpu = Samples.Median(result.Rounds.Select(round => round.CpuMicroseconds));
            cpuAtFirst ??= cpu;
            figures.Add(new Figure(
                Text($"a command among {agreements:N0} agreements"),
                Text($"{cpu:0} µs of CPU, {result.Rate:N0}/s; {result.Rows:0.00} rows, {result.Bytes:N0} bytes"),
                Text($"{result.BareRate:N0}/s (same rows)"),
                result.Ratio,
                "does not grow",
                cpu <= cpuAtFirst * 1.25));
        }

        return [.. figures];
    }
}
