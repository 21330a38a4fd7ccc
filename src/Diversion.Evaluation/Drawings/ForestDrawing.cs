namespace Diversion.Evaluation.Drawings;

/// <summary>A forest plot: ratios of subgroups with their intervals, on a logarithmic axis around 1.</summary>
public static class ForestDrawing
{
    private const double Left = 470;
    private const double Wide = 330;
    private const double Right = 180;
    private const double Top = 56;
    private const double Line = 28;

    /// <summary>Where an interval ends beyond these, an arrow says that it goes on.</summary>
    private static readonly double[] Ticks = [0.125, 0.25, 0.5, 1, 2, 4, 8];

    /// <param name="ratioName">Of the column of numbers: <c>Relative risk (95% interval)</c>.</param>
    /// <param name="better">Said left of 1: <c>programme better</c>.</param>
    /// <param name="worse">Said right of 1.</param>
    public static Drawing Draw(string id, IReadOnlyList<ForestRow> rows, string ratioName, string better, string worse)
    {
        var reach = Reach(rows);
        var ticks = Ticks.Where(tick => tick >= 1 / reach && tick <= reach).ToArray();
        var bottom = Top + (rows.Count * Line);
        var svg = new SvgText(id, Left + Wide + Right, bottom + 76);
        double X(double ratio) => Left + (Wide * (Math.Log(Math.Clamp(ratio, 1 / reach, reach)) + Math.Log(reach)) / (2 * Math.Log(reach)));

        svg.Text(12, 24, "Group", bold: true).Text(Left - 24, 24, "Reoffended", "end", bold: true).Text(Left + Wide + 18, 24, ratioName, bold: true, size: 13);
        svg.Line(12, 36, Left + Wide + Right - 12, 36, width: 1.5);
        foreach (var tick in ticks)
        {
            svg.Line(X(tick), Top - 12, X(tick), bottom + 6, tick == 1 ? SvgText.Ink : SvgText.Grid, tick == 1 ? 1.2 : 0.7, tick == 1 ? null : "3 3").Text(X(tick), bottom + 24, $"{tick:0.###}", "middle");
        }

        svg.Line(Left, bottom + 6, Left + Wide, bottom + 6).Text(X(1) - 12, bottom + 50, $"← {better}", "end").Text(X(1) + 12, bottom + 50, $"{worse} →");
        var heaviest = Math.Max(1, rows.Where(row => !row.IsOverall).Select(row => row.Weight).DefaultIfEmpty(1).Max());
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            var y = Top + (index * Line) + 8;
            var heading = row.Numbers.Length == 0;
            svg.Text(heading || row.IsOverall ? 12 : 28, y + 5, Short(row.Name, heading ? 440 : 285), bold: heading || row.IsOverall);
            if (!heading)
            {
                svg.Text(Left - 24, y + 5, row.Numbers, "end").Text(Left + Wide + 18, y + 5, Words(row));
                Mark(svg, row, y, X, reach, heaviest);
            }
        }

        var alternative = Alternative(rows, ratioName, better);
        return new(svg.Finish("Forest plot of subgroups", alternative), alternative, new(
            ["Group", "Reoffended", ratioName], [.. rows.Where(row => row.Numbers.Length > 0).Select(row => (ImmutableArray<string>)[row.Name, row.Numbers, Words(row)])]));
    }

    private static void Mark(SvgText svg, ForestRow row, double y, Func<double, double> x, double reach, int heaviest)
    {
        if (row.Ratio is not { } ratio)
        {
            return;
        }

        var (lower, upper) = (x(ratio.Interval.Lower), x(ratio.Interval.Upper));
        if (row.IsOverall)
        {
            svg.Path($"M{SvgText.N(lower)} {SvgText.N(y)}L{SvgText.N(x(ratio.Value))} {SvgText.N(y - 8)}L{SvgText.N(upper)} {SvgText.N(y)}L{SvgText.N(x(ratio.Value))} {SvgText.N(y + 8)}Z", "#ffffff");
            return;
        }

        svg.Line(lower, y, upper, y, width: 1.5);
        if (ratio.Interval.Lower < 1 / reach)
        {
            svg.Path($"M{SvgText.N(lower + 7)} {SvgText.N(y - 5)}L{SvgText.N(lower)} {SvgText.N(y)}L{SvgText.N(lower + 7)} {SvgText.N(y + 5)}", width: 1.5);
        }

        if (ratio.Interval.Upper > reach)
        {
            svg.Path($"M{SvgText.N(upper - 7)} {SvgText.N(y - 5)}L{SvgText.N(upper)} {SvgText.N(y)}L{SvgText.N(upper - 7)} {SvgText.N(y + 5)}", width: 1.5);
        }

        if (ratio.Value >= 1 / reach && ratio.Value <= reach)
        {
            var side = 5 + (8 * Math.Sqrt((double)row.Weight / heaviest));
            svg.Box(x(ratio.Value) - (side / 2), y - (side / 2), side, side, SvgText.Ink, 0);
        }
    }

    /// <summary>As far as the estimates go and most intervals do, at least from a half to two.</summary>
    private static double Reach(IReadOnlyList<ForestRow> rows)
    {
        var needed = rows.Where(row => row.Ratio is not null).SelectMany(row => new[] { row.Ratio!.Value.Interval.Lower, row.Ratio.Value.Interval.Upper })
            .Where(end => end > 0 && double.IsFinite(end)).Select(end => Math.Exp(Math.Abs(Math.Log(end)))).DefaultIfEmpty(2).Max();
        return Ticks.Where(tick => tick >= 2).FirstOrDefault(tick => tick >= needed, 8);
    }

    private static string Words(ForestRow row) => row.Ratio is { } ratio ? $"{Number(ratio.Value)} ({Number(ratio.Interval.Lower)} to {Number(ratio.Interval.Upper)})" : "can't be computed";

    private static string Number(double value) => double.IsFinite(value) ? $"{value:0.00}" : "∞";

    private static string Short(string text, double width) => SvgText.Wrap(text, width, 14) is [var first, _, ..] ? first + "…" : text;

    private static string Alternative(IReadOnlyList<ForestRow> rows, string ratioName, string better) =>
        $"{ratioName}; below 1 means {better}. " + string.Join(' ', rows.Where(row => row.Numbers.Length > 0).Select(row => $"{row.Name}: {row.Numbers}, {Words(row)}."));
}
