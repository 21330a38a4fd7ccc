using System.Diagnostics;
using System.Text.Json;
using Diversion.Benchmarks.Cases;
using Diversion.Benchmarks.Measuring;
using Diversion.Benchmarks.Programs;
using static Diversion.Benchmarks.Measuring.Settings;

namespace Diversion.Benchmarks.Figures;

/// <summary>A whole simulation as a process, against a bare loop committing as many times as it has events.</summary>
internal static class Simulating
{
    private const string Name = "simulate 800 people, 10 months";
    private const string Aim = "20 s";

    public static async Task<Figure[]> Measure(Settings settings)
    {
        if (await DiversionProgram.Lacks("simulate", "--participants") is { } lack)
        {
            return [Figure.Skipped(Name, Aim, lack)];
        }

        using var folder = new TemporaryFolder();
        var summary = Path.Combine(folder.Path, "out");
        var watch = Stopwatch.StartNew();
        var (code, output) = await DiversionProgram.Run("simulate", "--participants", "800", "--months", "10", "--seed", "7", "--out", summary);
        var seconds = watch.Elapsed.TotalSeconds;
        if (code != 0)
        {
            throw new InvalidOperationException($"simulate ended with {code}: {output}");
        }

        using var told = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(summary, "summary.json")));
        var events = told.RootElement.GetProperty("events").GetInt64();
        var bare = events / (await DurableLoad.Run(1_000, 64, 1_000, 3)).BareRate;
        return
        [
            new Figure(
                Name,
                Text($"{seconds:0.0} s, {events:N0} events"),
                Text($"{bare:0.0} s (as many commits by the bare loop of 64 clients)"),
                seconds / bare,
                Aim,
                seconds < 20),
        ];
    }
}
