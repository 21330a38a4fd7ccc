using System.Text;
using System.Xml.Linq;
using Diversion.Evaluation.Drawings;
using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.Measures;

namespace Diversion.Evaluation.Tests.Drawings;

public sealed class DrawingTests
{
    private const string Hostile = "</text><script>alert(1)</script> \"x\" 'y' & \u0000\u0007\uD800";

    public static TheoryData<string> Names => [.. Pictures.All().Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_is_sound_and_needs_nothing_from_outside(string name)
    {
        var drawing = Pictures.All().Single(one => one.Name == name).Drawing;
        if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, $"{name}.svg"), drawing.Svg);
        }

        Check(drawing);
        Assert.NotEmpty(drawing.Table.Rows);
        Assert.All(drawing.Table.Rows, row => Assert.Equal(drawing.Table.Columns.Length, row.Length));
    }

    [Fact]
    public void Texts_from_outside_never_become_markup()
    {
        var flow = new ConsortFlow(3, [new(Hostile, 1)], [new("a", Hostile, 1, 0, [new(Hostile, 1)], [new(Hostile, 1)], 0), new("b", Hostile, 1, 1, [], [], 1)]);
        var curve = new KaplanMeier([new(5, true), new(9, false)]);
        MapArea[] areas = [new("E0", Hostile, 3, Hostile), new("E99", Hostile, null, Hostile)];
        MapBand[] bands = [new(0, Hostile)];
        var boundaries = Boundaries.Read(Encoding.UTF8.GetBytes(Pictures.GeoJson()), "WD24CD").Boundaries!;
        Drawing[] drawings =
        [
            ConsortDrawing.Draw("a", flow),
            SurvivalDrawing.Draw("b", [new(Hostile, curve)], [0, 10], time => Hostile, Hostile),
            ForestDrawing.Draw("c", [new(Hostile), new(Hostile, Hostile, new Estimate(1, 0, double.PositiveInfinity), 3)], Hostile, Hostile, Hostile),
            AreaMap.Draw("d", Hostile, boundaries, areas, bands),
            TileMap.Draw("e", Hostile, areas, bands),
            BarDrawing.Draw("f", Hostile, Hostile, [new(Hostile, 7, Hostile), new(Hostile, null, Hostile)]),
        ];

        Assert.All(drawings, Check);
        Assert.All(drawings, drawing => Assert.Contains("&lt;script&gt;", drawing.Svg, StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => ConsortDrawing.Draw("a\"><script>", flow));
    }

    [Fact]
    public void The_flow_says_every_number_in_picture_table_and_words()
    {
        var drawing = Pictures.Consort();

        foreach (var number in new[] { 943, 301, 82, 39, 261, 228, 24, 9, 256, 260, 254, 6, 11, 249 })
        {
            Assert.Contains($"{number}", drawing.Alternative, StringComparison.Ordinal);
            Assert.Contains($"(n\u00A0=\u00A0{number})", drawing.Svg, StringComparison.Ordinal);
            Assert.Contains(drawing.Table.Rows, row => row[2] == $"{number}");
        }
    }

    [Fact]
    public void Survival_curves_show_numbers_at_risk_and_the_test()
    {
        var drawing = Pictures.Survival();

        Assert.Contains("Number at risk", drawing.Svg, StringComparison.Ordinal);
        Assert.Equal("260", drawing.Table.Rows[0][1]);
        Assert.Contains("Log-rank test", drawing.Alternative, StringComparison.Ordinal);
        Assert.Matches(@"Checkpoint: of 260 people, \d\d\.\d% had no reoffence at 24", drawing.Alternative);
        Assert.Throws<ArgumentException>(() => SurvivalDrawing.Draw("x", [], [0, 1], time => "", ""));
    }

    [Fact]
    public void A_forest_plot_says_what_cannot_be_computed()
    {
        var drawing = Pictures.Forest();

        Assert.Contains(drawing.Table.Rows, row => row is ["Not known", "0/4 v 0/3", "can't be computed"]);
        Assert.Contains("All: 90/261 v 119/255, 0.74 (0.60 to 0.91).", drawing.Alternative, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_hides_what_is_suppressed_and_tells_what_has_no_boundary()
    {
        var areas = Pictures.Areas().Append(new MapArea("E99", "Nowhere", 50, "50%")).ToArray();
        var map = AreaMap.Draw("m", "Rate", Boundaries.Read(Encoding.UTF8.GetBytes(Pictures.GeoJson()), "WD24CD").Boundaries!, areas, Pictures.Bands);

        Assert.Contains("No boundary, so not on the map: Nowhere.", map.Alternative, StringComparison.Ordinal);
        Assert.Contains("Not shown, because small or not known: 1.", map.Alternative, StringComparison.Ordinal);
        Assert.Contains(map.Table.Rows, row => row is ["Clifton East", "suppressed", "not shown"]);
        Assert.Contains(map.Table.Rows, row => row is ["Arboretum", "12%", "below 20%"]);
    }

    [Fact]
    public void Bars_are_as_long_as_their_values_and_a_hidden_one_has_none()
    {
        var drawing = BarDrawing.Draw("b", "Endings", "Ending", [new("Completed", 40, "40"), new("Breached", 10, "10"), new("Discontinued", null, "suppressed")]);

        var lengths = XDocument.Parse(drawing.Svg).Root!.Elements().Where(element => element.Name.LocalName == "rect" && element.Attribute("x") is not null).Select(element => (double)element.Attribute("width")!);
        Assert.Equal([360, 90], lengths);
        Assert.Equal("Endings. Completed: 40. Breached: 10. Discontinued: suppressed.", drawing.Alternative);
        Assert.EndsWith("The 8 shortest stand in the table.", BarDrawing.Draw("b", "Many", "Service", [.. Enumerable.Range(0, 20).Select(n => new Bar($"s{n}", n, $"{n}"))]).Alternative, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_bars_of_a_thing_are_told_apart_without_colour_and_an_interval_is_a_line()
    {
        var drawing = Pictures.Compared();

        Assert.Equal(
            [("240", "#505a5f"), ("360", "#ffffff"), ("120", "#ffffff"), ("16", "#505a5f"), ("16", "#ffffff")],
            XDocument.Parse(drawing.Svg).Root!.Elements().Where(element => element.Name.LocalName == "rect" && element.Attribute("x") is not null).Select(element => (element.Attribute("width")!.Value, element.Attribute("fill")!.Value)));
        Assert.Equal("Days that half of the people waited at most. Offer to signing: 6 (the quarter before: 9). Breach proposed to decided: fewer than 20 people (the quarter before: 3).", drawing.Alternative);
        Assert.Equal(["Offer to signing|6|9", "Breach proposed to decided|fewer than 20 people|3"], drawing.Table.Rows.Select(row => string.Join('|', row)));

        var share = BarDrawing.Draw("s", "Kept", "Condition", [new("Meetings", 0.5, "50%") { Between = new(0.25, double.PositiveInfinity) }], most: 1);
        Assert.Contains("x1=\"420\" y1=\"28\" x2=\"690\" y2=\"28\"", share.Svg, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", share.Svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "not JSON")]
    [InlineData("[]", "not a GeoJSON feature collection")]
    [InlineData("{\"features\":[]}", "has no areas")]
    [InlineData("{\"features\":[1]}", "Feature 1: it has no property \"WD24CD\"")]
    [InlineData("{\"features\":[{\"properties\":{\"WD24CD\":\"E1\"},\"geometry\":null}]}", "Feature 1: \"E1\" has no geometry")]
    [InlineData("{\"features\":[{\"properties\":{\"WD24CD\":\"E1\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]}", "is not a polygon")]
    [InlineData("{\"features\":[{\"properties\":{\"WD24CD\":\"E1\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[457000,340000],[458000,340000],[458000,341000]]]}}]}", "Coordinates in metres")]
    [InlineData("{\"features\":[{\"properties\":{\"WD24CD\":\"E1\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[1],[3,4]]]}}]}", "is not a polygon")]
    [InlineData("{\"features\":[{\"properties\":{\"WD24CD\":\"E1\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1e999,2],[1,2],[3,4]]]}}]}", "is not a polygon")]
    public void A_bad_boundary_file_is_refused_in_words(string file, string fault)
    {
        var (boundaries, refusal) = Boundaries.Read(Encoding.UTF8.GetBytes(file), "WD24CD");

        Assert.Null(boundaries);
        Assert.Contains(fault, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var deep = new string('[', 5_000);

        Assert.Contains("nested too deeply", Boundaries.Read(Encoding.UTF8.GetBytes(deep), "c").Fault, StringComparison.Ordinal);
    }

    private static void Check(Drawing drawing)
    {
        var svg = XDocument.Parse(drawing.Svg).Root!;
        string[] allowed = ["svg", "title", "desc", "rect", "line", "path", "text", "defs", "marker", "pattern"];
        Assert.All(svg.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, allowed));
        Assert.All(svg.DescendantsAndSelf().Attributes(), attribute => Assert.DoesNotContain(attribute.Name.LocalName, (string[])["style", "href", "class", "onload", "src"]));
        Assert.All(svg.DescendantsAndSelf().Attributes().Where(attribute => attribute.Value.Contains("url(", StringComparison.Ordinal)), attribute => Assert.StartsWith("url(#", attribute.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("NaN", drawing.Svg, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", string.Concat(svg.Descendants().Attributes().Select(attribute => attribute.Value)), StringComparison.Ordinal);
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal(svg.Elements().First(element => element.Name.LocalName == "desc").Value, XDocument.Parse($"<d>{Escaped(drawing.Alternative)}</d>").Root!.Value);
        var ids = svg.DescendantsAndSelf().Attributes("id").Select(attribute => attribute.Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.NotEmpty(drawing.Alternative);
    }

    private static string Escaped(string text) => string.Concat(text.Where(c => !char.IsSurrogate(c)).Select(c => char.IsControl(c) ? " " : System.Net.WebUtility.HtmlEncode(c.ToString())));
}
