using System.Globalization;
using System.Text;

namespace Diversion.Simulation.Tests.Faults;

/// <summary>One run with its checks.</summary>
internal static class FaultTrial
{
    /// <param name="disk">Null for one that applies a whole commit or nothing.</param>
    /// <returns>The report says what is wrong; null when nothing is.</returns>
    public static async Task<(string? Report, IReadOnlyDictionary<string, int> Happened)> Of(ulong seed, IFaultyDisk? disk = null)
    {
        var rates = FaultRates.Of(seed);
        using var run = new FaultRun(seed, rates, disk);
        using var reference = rates.SameInstant ? new FaultRun(seed, FaultRates.None) : null;
        List<string> wrong;
        try
        {
            await run.Run();
            await (reference?.Run() ?? Task.CompletedTask);
            wrong = await FaultFindings.Of(run, reference);
        }
        catch (Exception unexpected)
        {
            wrong = [unexpected.ToString()];
        }

        return (wrong.Count == 0 ? null : Report(seed, rates, wrong), run.Happened);
    }

    private static string Report(ulong seed, FaultRates rates, List<string> wrong)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"Seed {seed}: {rates}\n");
        foreach (var one in wrong.Take(8))
        {
            text.Append("  ").Append(one).Append('\n');
        }

        return text.ToString();
    }
}
