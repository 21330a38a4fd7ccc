namespace Diversion.Evaluation.Drawings;

/// <summary>A bar for each of several things, one under the other, with its value in words beside it.</summary>
public static class BarDrawing
{
    private const double Left = 330;
    private const double Wide = 360;
    private const double Right = 210;
    private const double Top = 14;
    private const double Line = 30;

    /// <summary>A table says the rest.</summary>
    private const int MostSaid = 12;

    /// <param name="first">What each bar stands for, as heading of its table: <c>Service</c>.</param>
    /// <param name="most">The value of a bar of full length; null: of the longest.</param>
    public static Drawing Draw(string id, string title, string first, IReadOnlyList<Bar> bars, double? most = null)
    {
        var full = most ?? Math.Max(1, bars.Max(bar => bar.Value ?? 0));
        var bottom = Top + (bars.Count * Line);
        var svg = new SvgText(id, Left + Wide + Right, bottom + 14);
        foreach (var (bar, index) in bars.Select((bar, index) => (bar, index)))
        {
            var y = Top + (index * Line);
            var length = Wide * Math.Clamp((bar.Value ?? 0) / full, 0, 1);
            svg.Text(Left - 12, y + 19, SvgText.Wrap(bar.Name, Left - 40, 14) is [var cut, _, ..] ? $"{cut}…" : bar.Name, "end");
            if (length > 0)
            {
                svg.Box(Left, y + 4, length, Line - 10, "#505a5f");
            }

            svg.Text(Left + length + 10, y + 19, bar.Words);
        }

        svg.Line(Left, Top - 4, Left, bottom, width: 1.5);
        var alternative = Alternative(title, bars);
        return new(svg.Finish(title, alternative), alternative, new([first, "Value"], [.. bars.Select(bar => (ImmutableArray<string>)[bar.Name, bar.Words])]));
    }

    private static string Alternative(string title, IReadOnlyList<Bar> bars)
    {
        var said = bars.Count <= MostSaid ? bars : [.. bars.OrderByDescending(bar => bar.Value ?? -1).ThenBy(bar => bar.Name, StringComparer.Ordinal).Take(MostSaid)];
        return $"{title}. {string.Join(' ', said.Select(bar => $"{bar.Name}: {bar.Words}."))}{(said.Count < bars.Count ? $" The {bars.Count - said.Count} shortest stand in the table." : "")}";
    }
}
