using Diversion.Domain;

namespace Diversion.Evaluation.Drawings;

/// <summary>A bar for each of several things, one under the other, with its value in words beside it; or two bars, to compare.</summary>
public static class BarDrawing
{
    private const double Left = 330;
    private const double Wide = 360;
    private const double Right = 210;
    private const double Top = 14;
    private const double Line = 30;
    private const double Thick = Line - 10;

    /// <summary>Of the lower one of two bars.</summary>
    private const double Second = 22;

    private const string Dark = "#505a5f";

    /// <summary>A table says the rest.</summary>
    private const int MostSaid = 12;

    /// <param name="first">What each bar stands for, as heading of its table: <c>Service</c>.</param>
    /// <param name="most">The value of a bar of full length; null: of the longest.</param>
    /// <param name="compared">What the dark and the white bars are; null when there is one bar of each thing.</param>
    public static Drawing Draw(string id, string title, string first, IReadOnlyList<Bar> bars, double? most = null, (string Dark, string White)? compared = null)
    {
        var full = most ?? bars.SelectMany(bar => (double?[])[bar.Value, bar.Other?.Value, bar.Between?.Upper]).Where(value => value is { } known && double.IsFinite(known)).Append(0).Max()!.Value;
        double Length(double value) => full > 0 ? Wide * Math.Clamp(value / full, 0, 1) : 0;
        var line = compared is null ? Line : Line + Second;
        var bottom = Top + (bars.Count * line);
        var svg = new SvgText(id, Left + Wide + Right, bottom + (compared is null ? 14 : 40));
        foreach (var (bar, index) in bars.Select((bar, index) => (bar, index)))
        {
            var y = Top + (index * line);
            svg.Text(Left - 12, y + 19, SvgText.Wrap(bar.Name, Left - 40, 14) is [var cut, _, ..] ? $"{cut}…" : bar.Name, "end");
            One(svg, y, Length(bar.Value ?? 0), bar.Between is null ? Dark : SvgText.Grid, bar.Words, bar.Between is { } between ? (Length(between.Lower), Length(between.Upper)) : null);
            if (bar.Other is { } other)
            {
                One(svg, y + Second, Length(other.Value ?? 0), "#ffffff", other.Words, null);
            }
        }

        svg.Line(Left, Top - 4, Left, bottom, width: 1.5);
        if (compared is { } key)
        {
            svg.Box(Left, bottom + 12, 16, 14, Dark).Text(Left + 24, bottom + 24, key.Dark).Box(Left + (Wide / 2), bottom + 12, 16, 14).Text(Left + (Wide / 2) + 24, bottom + 24, key.White);
        }

        var alternative = Alternative(title, bars, compared?.White);
        return new(svg.Finish(title, alternative), alternative, Table(first, bars, compared));
    }

    private static void One(SvgText svg, double y, double length, string fill, string words, (double Lower, double Upper)? between)
    {
        if (length > 0)
        {
            svg.Box(Left, y + 4, length, Thick, fill);
        }

        if (between is { } ends)
        {
            var middle = y + 4 + (Thick / 2);
            svg.Line(Left + ends.Lower, middle, Left + ends.Upper, middle, width: 2);
            foreach (var end in (double[])[ends.Lower, ends.Upper])
            {
                svg.Line(Left + end, middle - 5, Left + end, middle + 5, width: 2);
            }
        }

        svg.Text(Left + Math.Max(length, between?.Upper ?? 0) + 10, y + 19, words);
    }

    private static DrawingTable Table(string first, IReadOnlyList<Bar> bars, (string Dark, string White)? compared) => compared is { } two
        ? new([first, two.Dark, two.White], [.. bars.Select(bar => (ImmutableArray<string>)[bar.Name, bar.Words, bar.Other?.Words ?? ""])])
        : new([first, "Value"], [.. bars.Select(bar => (ImmutableArray<string>)[bar.Name, bar.Words])]);

    private static string Alternative(string title, IReadOnlyList<Bar> bars, string? white)
    {
        var said = bars.Count <= MostSaid ? bars : [.. bars.OrderByDescending(bar => bar.Value ?? -1).ThenBy(bar => bar.Name, StringComparer.Ordinal).Take(MostSaid)];
        return $"{title}. {string.Join(' ', said.Select(bar => $"{bar.Name}: {bar.Words}{(white is not null && bar.Other is { } other ? $" ({Words.Lower(white)}: {other.Words})" : "")}."))}{(said.Count < bars.Count ? $" The {bars.Count - said.Count} shortest stand in the table." : "")}";
    }
}
