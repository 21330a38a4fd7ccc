using System.Text;
using Diversion.Evaluation.Estimates;

namespace Diversion.Evaluation.Drawings;

/// <summary>Survival curves: the share without a reoffence over time, with the number at risk under the axis.</summary>
public static class SurvivalDrawing
{
    private const double Left = 200;
    private const double Top = 30;
    private const double Wide = 600;
    private const double High = 320;

    /// <summary>Different in black and white too; more curves than these can't be told apart.</summary>
    private static readonly string?[] Dashes = [null, "8 5", "2 4", "12 4 2 4"];

    /// <param name="ticks">Times of the axis in the unit of the curves, rising from 0: 0, 91, 182 … days.</param>
    /// <param name="tickName">Of a time: 91 days is "3".</param>
    /// <param name="axis">Name and unit of the axis: <c>Months since allocation</c>.</param>
    /// <exception cref="ArgumentException">No curve or more than four; fewer than two ticks.</exception>
    public static Drawing Draw(string id, IReadOnlyList<SurvivalCurve> curves, IReadOnlyList<double> ticks, Func<double, string> tickName, string axis, LogRank? test = null)
    {
        if (curves.Count == 0 || curves.Count > Dashes.Length || ticks.Count < 2 || ticks[^1] <= ticks[0])
        {
            throw new ArgumentException($"A survival plot has one to {Dashes.Length} curves and at least two rising ticks.", nameof(curves));
        }

        var svg = new SvgText(id, Left + Wide + 40, Top + High + 108 + (curves.Count * 22));
        double X(double time) => Left + (Wide * Math.Min(time, ticks[^1]) / ticks[^1]);
        Axes(svg, ticks, tickName, axis, X);
        foreach (var (curve, index) in curves.Select((curve, index) => (curve, index)))
        {
            svg.Path(Steps(curve.Curve, ticks[^1], X), width: 2.5, dash: Dashes[index]);
        }

        Legend(svg, curves);
        AtRisk(svg, curves, ticks, X);
        var alternative = Alternative(curves, ticks, tickName, axis, test);
        return new(svg.Finish("Share without a reoffence over time", alternative), alternative, Table(curves, ticks, tickName, axis));
    }

    private static void Axes(SvgText svg, IReadOnlyList<double> ticks, Func<double, string> tickName, string axis, Func<double, double> x)
    {
        for (var share = 0; share <= 100; share += 20)
        {
            svg.Line(Left, Y(share / 100.0), Left + Wide, Y(share / 100.0), SvgText.Grid, 0.7).Text(Left - 10, Y(share / 100.0) + 5, $"{share}%", "end");
        }

        svg.Line(Left, Top, Left, Top + High, width: 1.5).Line(Left, Top + High, Left + Wide, Top + High, width: 1.5);
        foreach (var tick in ticks)
        {
            svg.Line(x(tick), Top + High, x(tick), Top + High + 6).Text(x(tick), Top + High + 23, tickName(tick), "middle");
        }

        svg.Text(Left + (Wide / 2), Top + High + 46, axis, "middle", bold: true).Text(Left, Top - 12, "Without a reoffence", bold: true);
    }

    private static void Legend(SvgText svg, IReadOnlyList<SurvivalCurve> curves)
    {
        foreach (var (curve, index) in curves.Select((curve, index) => (curve, index)))
        {
            var y = Top + High - 14 - ((curves.Count - 1 - index) * 22);
            svg.Line(Left + 16, y - 5, Left + 70, y - 5, width: 2.5, dash: Dashes[index]).Text(Left + 80, y, Short(curve.Name, 480), halo: true);
        }
    }

    private static void AtRisk(SvgText svg, IReadOnlyList<SurvivalCurve> curves, IReadOnlyList<double> ticks, Func<double, double> x)
    {
        var top = Top + High + 76;
        svg.Text(12, top, "Number at risk", bold: true);
        foreach (var (curve, index) in curves.Select((curve, index) => (curve, index)))
        {
            svg.Text(12, top + 22 + (index * 22), Short(curve.Name, Left - 44));
            foreach (var tick in ticks)
            {
                svg.Text(x(tick), top + 22 + (index * 22), $"{curve.Curve.AtRisk(tick)}", "middle");
            }
        }
    }

    private static string Steps(KaplanMeier curve, double last, Func<double, double> x)
    {
        var path = new StringBuilder($"M{SvgText.N(x(0))} {SvgText.N(Y(1))}");
        foreach (var step in curve.Steps.TakeWhile(step => step.Time <= last))
        {
            path.Append($"H{SvgText.N(x(step.Time))}V{SvgText.N(Y(step.Survival.Value))}");
        }

        return path.Append($"H{SvgText.N(x(Math.Min(curve.LongestTime, last)))}").ToString();
    }

    private static double Y(double share) => Top + (High * (1 - share));

    private static string Short(string text, double width) => SvgText.Wrap(text, width, 14) is [var first, _, ..] ? first + "…" : text;

    private static string Alternative(IReadOnlyList<SurvivalCurve> curves, IReadOnlyList<double> ticks, Func<double, string> tickName, string axis, LogRank? test) =>
        string.Join(' ',
            [
                .. curves.Select(curve => $"{curve.Name}: of {curve.Curve.People} people, {Percent(curve.Curve.SurvivalAt(ticks[^1]))} had no reoffence at {tickName(ticks[^1])} ({axis})."),
                .. test is null ? (IEnumerable<string>)[] : [$"Log-rank test: χ² {test.ChiSquared:0.00} with {test.DegreesOfFreedom} degree{(test.DegreesOfFreedom == 1 ? "" : "s")} of freedom, p {(test.P < 0.001 ? "below 0.001" : $"= {test.P:0.000}")}."],
            ]);

    private static DrawingTable Table(IReadOnlyList<SurvivalCurve> curves, IReadOnlyList<double> ticks, Func<double, string> tickName, string axis) => new(
        [axis, .. curves.SelectMany(curve => new[] { $"{curve.Name}: at risk", $"{curve.Name}: without a reoffence (95% interval)" })],
        [.. ticks.Select(tick => (ImmutableArray<string>)[tickName(tick), .. curves.SelectMany(curve => new[] { $"{curve.Curve.AtRisk(tick)}", At(curve.Curve, tick) })])]);

    private static string At(KaplanMeier curve, double time) =>
        curve.Steps.LastOrDefault(step => step.Time <= time) is { } step
            ? $"{Percent(step.Survival.Value)} ({Percent(step.Survival.Interval.Lower)} to {Percent(step.Survival.Interval.Upper)})"
            : "100%";

    private static string Percent(double share) => $"{share * 100:0.0}%";
}
