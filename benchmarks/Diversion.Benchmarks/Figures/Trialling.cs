using System.Diagnostics;
using System.Security.Cryptography;
using Diversion.Benchmarks.Measuring;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.Power;
using static Diversion.Benchmarks.Measuring.Settings;

namespace Diversion.Benchmarks.Figures;

/// <summary>
/// Simulated trials in memory, the first time in this process, beside nothing but the random draws of their allocation:
/// one keyed hash a person, and one for each size that a block may have.
/// </summary>
internal static class Trialling
{
    private const double MostSeconds = 60;
    private const int People = 800;
    private const double DrawsAPerson = 1.5;

    public static Measuring.Figure Measure(Settings settings)
    {
        var order = TrialOrder.Of(Behaviour.Read(Behaviour.ShippedFile), settings.Quick ? 40 : 400, People);
        var watch = Stopwatch.StartNew();
        var result = PowerRun.Run(order, Environment.ProcessorCount, null, CancellationToken.None);
        var all = watch.Elapsed.TotalSeconds;

        watch.Restart();
        Parallel.For(0, order.Trials, trial => Draw(trial, (int)(People * DrawsAPerson)));
        var bare = watch.Elapsed.TotalSeconds;
        return new Measuring.Figure(
            Text($"{order.Trials} simulated trials of {People} people, allocated and analysed (power {result.Rejected.Value * 100:0}%)"),
            Text($"{all:0.0} s"),
            Text($"{bare:0.0} s (the keyed hashes of the allocation alone)"),
            bare / all,
            "60 s",
            all < MostSeconds);
    }

    private static void Draw(int trial, int draws)
    {
        Span<byte> key = stackalloc byte[32];
        Span<byte> text = stackalloc byte[48];
        Span<byte> drawn = stackalloc byte[32];
        key[0] = (byte)trial;
        for (var number = 0; number < draws; number++)
        {
            text[0] = (byte)number;
            HMACSHA256.HashData(key, text, drawn);
        }
    }
}
