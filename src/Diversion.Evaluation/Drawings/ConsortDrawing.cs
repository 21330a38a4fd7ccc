using Diversion.Evaluation.Measures;

namespace Diversion.Evaluation.Drawings;

/// <summary>The CONSORT 2025 flow diagram: enrolment, allocation, follow-up, analysis; one column an arm.</summary>
public static class ConsortDrawing
{
    private const double Column = 330;
    private const double Between = 64;
    private const double Size = 14;
    private const double LineHeight = 19;
    private const double Padding = 12;
    private const double Gap = 34;
    private const double Margin = 16;

    public static Drawing Draw(string id, ConsortFlow flow)
    {
        var arms = flow.Arms.Length;
        var width = (2 * Margin) + (arms * Column) + ((arms - 1) * Between);
        if (arms == 1)
        {
            width += Column + Between;
        }

        var middle = Margin + (((arms * Column) + ((arms - 1) * Between)) / 2);
        var (y, parts) = (Margin, new List<Action<SvgText>>());

        var assessed = Box($"Assessed for eligibility {N(flow.Assessed)}", []);
        var excluded = Box($"Excluded {N(Of(flow.Excluded))}", flow.Excluded);
        var allocated = Box($"Randomised {N(flow.Allocated)}", []);

        var top = y;
        Place(parts, assessed, middle - (Column / 2), top);
        var side = top + Height(assessed) + Gap;
        var right = Math.Min(middle + (Between / 2), width - Margin - Column);
        var next = side + Height(excluded) + Gap;
        var turn = side + (Height(excluded) / 2);
        parts.Add(svg => Arrow(svg, middle, top + Height(assessed), middle, next));
        parts.Add(svg => Arrow(svg, middle, turn, right, turn));
        Place(parts, excluded, right, side);
        Place(parts, allocated, middle - (Column / 2), next);
        var fork = next + Height(allocated) + (Gap / 2);
        parts.Add(svg => svg.Line(middle, next + Height(allocated), middle, fork));

        string[][][] rows =
        [
            [.. flow.Arms.Select(arm => Box($"{arm.Name}: allocated {N(arm.Allocated)}", [new("received it", arm.Received), .. arm.NotReceived]))],
            [.. flow.Arms.Select(arm => Box($"Not analysed {N(Of(arm.NotAnalysed))}", arm.NotAnalysed))],
            [.. flow.Arms.Select(arm => Box($"Analysed {N(arm.Analysed)}", []))],
        ];
        var from = fork;
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            var (start, height) = (from + (index == 0 ? Gap / 2 : Gap), row.Max(Height));
            foreach (var (box, arm) in row.Select((box, arm) => (box, arm)))
            {
                var left = Margin + (arm * (Column + Between));
                var above = from;
                parts.Add(svg => Arrow(svg, left + (Column / 2), above, left + (Column / 2), start));
                Place(parts, box, left, start, height);
            }

            from = start + height;
        }

        if (arms > 1)
        {
            parts.Add(svg => svg.Line(Margin + (Column / 2), fork, Margin + (Column / 2) + ((arms - 1) * (Column + Between)), fork));
        }

        var svg = new SvgText(id, width, from + Margin);
        svg.Add($"<defs><marker id=\"{svg.Inner("arrow")}\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"{SvgText.Ink}\"/></marker></defs>");
        parts.ForEach(part => part(svg));
        var alternative = Alternative(flow);
        return new(svg.Finish("Flow of people through the trial", alternative), alternative, Table(flow));
    }

    /// <summary>With blanks at which no line breaks.</summary>
    private static string N(int people) => $"(n\u00A0=\u00A0{people})";

    /// <summary>The lines of a box; the first is bold.</summary>
    private static string[] Box(string title, IEnumerable<Exclusion> reasons) =>
        [.. SvgText.Wrap(title, Column - (2 * Padding) - 6, Size), .. reasons.SelectMany(one => SvgText.Wrap($"• {one.Reason} {N(one.People)}", Column - (2 * Padding) - 6, Size))];

    private static double Height(string[] lines) => (lines.Length * LineHeight) + (2 * Padding) - 4;

    private static void Place(List<Action<SvgText>> parts, string[] lines, double x, double y, double? height = null) => parts.Add(svg =>
    {
        svg.Box(x, y, Column, height ?? Height(lines));
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            svg.Text(x + Padding, y + Padding + 11 + (index * LineHeight), line, bold: index == 0);
        }
    });

    private static void Arrow(SvgText svg, double x1, double y1, double x2, double y2) =>
        svg.Add($"<line x1=\"{SvgText.N(x1)}\" y1=\"{SvgText.N(y1)}\" x2=\"{SvgText.N(x2)}\" y2=\"{SvgText.N(y2)}\" stroke=\"{SvgText.Ink}\" marker-end=\"url(#{svg.Inner("arrow")})\"/>");

    private static string Alternative(ConsortFlow flow) =>
        string.Join(' ',
            [
                $"{flow.Assessed} people were assessed, {Of(flow.Excluded)} were excluded{Reasons(flow.Excluded)}, {flow.Allocated} were randomised.",
                .. flow.Arms.Select(arm => $"{arm.Name}: {arm.Allocated} allocated, {arm.Received} received it{Reasons(arm.NotReceived)}; {Of(arm.NotAnalysed)} not analysed{Reasons(arm.NotAnalysed)}; {arm.Analysed} analysed."),
            ]);

    private static int Of(ImmutableArray<Exclusion> people) => people.Sum(one => one.People);

    private static string Reasons(ImmutableArray<Exclusion> people) => people.IsEmpty ? "" : $" ({string.Join(", ", people.Select(one => $"{one.Reason} {one.People}"))})";

    private static DrawingTable Table(ConsortFlow flow) => new(
        ["Step", "Arm", "People"],
        [
            ["Assessed for eligibility", "", $"{flow.Assessed}"],
            .. flow.Excluded.Select(one => (ImmutableArray<string>)[$"Excluded: {one.Reason}", "", $"{one.People}"]),
            ["Randomised", "", $"{flow.Allocated}"],
            .. flow.Arms.SelectMany(arm => (IEnumerable<ImmutableArray<string>>)
            [
                ["Allocated", arm.Name, $"{arm.Allocated}"],
                ["Received it", arm.Name, $"{arm.Received}"],
                .. arm.NotReceived.Select(one => (ImmutableArray<string>)[$"Did not receive it: {one.Reason}", arm.Name, $"{one.People}"]),
                .. arm.NotAnalysed.Select(one => (ImmutableArray<string>)[$"Not analysed: {one.Reason}", arm.Name, $"{one.People}"]),
                ["Analysed", arm.Name, $"{arm.Analysed}"],
            ]),
        ]);
}
