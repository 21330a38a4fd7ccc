using System.Globalization;
using Diversion.Evaluation.Estimates;
using Diversion.Simulation.Power;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary>Shows simulated trials while they run, and what they found beside what is true in them.</summary>
internal static class PowerScreen
{
    /// <summary>Trials that are shown one by one; the others are in the file of <c>--out</c>.</summary>
    private const int Shown = 10;

    /// <summary>A progress bar for people; nothing if the output goes into a file or another program.</summary>
    public static async Task<PowerResult> WithProgress(int trials, Func<Action<int>?, Task<PowerResult>> run)
    {
        if (!Terminal.Error.Profile.Capabilities.Interactive)
        {
            return await run(null);
        }

        return await Terminal.Error.Progress().StartAsync(async context =>
        {
            var task = context.AddTask("Simulating trials", maxValue: trials);
            return await run(_ => task.Increment(1));
        });
    }

    public static void Show(IAnsiConsole console, PowerResult result, TimeSpan elapsed)
    {
        var (order, truth) = (result.Order, result.Truth);
        console.WriteLine(Text(
            $"{order.Trials:N0} simulated {(order.Trials == 1 ? "trial" : "trials")} of {order.People:N0} people, followed up for {order.Months} months, seed {order.Seed}. Nobody in them is real."));
        console.WriteLine(Text(
            $"The model: within 24 months {Percent(order.Usual)} of those processed as usual offend again and {Percent(order.Programme)} of those who sign; {Percent(order.Signing)} of those allocated to the programme sign. The rest is in behaviour.json, mostly assumed; what is counted is proven within {order.Rule.Months} + {order.Rule.WaitingMonths} months."));
        console.Write(Compared(result));
        console.Write(Each(result));
        if (result.Findings.Length > Shown)
        {
            console.WriteLine(Text($"The first {Shown} of {result.Findings.Length:N0}; --out FILE.csv has all of them."));
        }

        console.WriteLine(Verdict(result));
        console.WriteLine("Costs use the example unit costs that ship, so they are examples too.");
        console.WriteLine(Text($"{elapsed.TotalSeconds:F1} s, digest {result.Digest}"));
    }

    private static Table Compared(PowerResult result)
    {
        var (truth, findings) = (result.Truth, result.Findings);
        return new Table().Title("The truth, and what the trials found").AddColumn("Measure").AddColumn(Right("True")).AddColumn(Right("Mean of the trials"))
            .AddRow("Proven reoffending, allocated to the programme", Percent(truth.Programme), Percent(findings.Average(one => one.Programme.Value)))
            .AddRow("Proven reoffending, usual processing", Percent(truth.Control), Percent(findings.Average(one => one.Control.Value)))
            .AddRow("Difference (points)", Points(truth.Difference), Text($"{Points(result.MeanDifference)} (bias {result.Bias * 100:+0.00;-0.00;0.00})"))
            .AddRow("One trial lies from another by (standard deviation, points)", "", Text($"{result.Spread * 100:F1}"))
            .AddRow("Width of the 95% interval (points)", "", Text($"{findings.Average(one => one.Difference.Interval.Upper - one.Difference.Interval.Lower) * 100:F1}"))
            .AddRow("Net cost, pounds a person allocated to the programme", Pounds(truth.Net), Pounds(findings.Average(one => one.Net)));
    }

    private static Table Each(PowerResult result)
    {
        var table = new Table().Title(Text($"Trial by trial: the true difference is {Points(result.Truth.Difference)} points"))
            .AddColumn(Right("Trial")).AddColumn(Right("Programme")).AddColumn(Right("Usual")).AddColumn(Right("Difference (points)")).AddColumn("95% interval").AddColumn("Holds the truth").AddColumn(Right("P")).AddColumn("Finds a difference");
        foreach (var one in result.Findings.Take(Shown))
        {
            table.AddRow(
                Text($"{one.Number}"),
                Counted(one.Programme),
                Counted(one.Control),
                Points(one.Difference.Value),
                Text($"{Points(one.Difference.Interval.Lower)} to {Points(one.Difference.Interval.Upper)}"),
                one.Covers(result.Truth) ? "yes" : "no",
                one.P < 0.001 ? "below 0.001" : Text($"{one.P:F3}"),
                one.Rejects ? "yes" : "no");
        }

        return table;
    }

    private static string Verdict(PowerResult result)
    {
        var found = $"{(result.Truth.Difference == 0 ? "Found a difference although there is none" : "Power: found the difference (P below 0.05)")}: {Share(result.Rejected)}";
        var formula = result.Formula is { } power ? $"; by the formula for two shares {Percent(power)}" : "";
        return $"{found}{formula}. The 95% interval holds the truth: {Share(result.Covered)}.";
    }

    private static string Share(Proportion share) => share.Wilson() is { } sure
        ? $"{Counted(share)} ({Percent(sure.Value)}, {Percent(sure.Interval.Lower)} to {Percent(sure.Interval.Upper)})"
        : Counted(share);

    private static string Counted(Proportion share) => Text($"{share.Count:N0} of {share.Of:N0}");

    private static string Percent(double share) => Text($"{share * 100:F1}%");

    private static string Points(double difference) => Text($"{difference * 100:+0.0;-0.0;0.0}");

    private static string Pounds(double pounds) => Text($"{pounds:N0}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static TableColumn Right(string header) => new TableColumn(header).RightAligned();
}
