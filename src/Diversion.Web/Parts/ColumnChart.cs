using System.Globalization;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Parts;

/// <summary>
/// <c>&lt;column-chart id="endings" says="…" series="names" columns="columns" /&gt;</c>: columns over time, one or two
/// series. Horizontal positions are percentages and vertical ones pixels, so that letters keep their size on a phone.
/// Series differ by pattern, not by colour alone. Put its numbers in a table beside it.
/// </summary>
[HtmlTargetElement("column-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ColumnChart : TagHelper
{
    private const double Top = 20;
    private const double Tall = 160;
    private const double Axis = Top + Tall;
    private const double Height = Axis + 26;

    /// <summary>Unique on the page.</summary>
    public string Id { get; set; } = "";

    /// <summary>The content of the chart as text, for those who do not see it.</summary>
    public string Says { get; set; } = "";

    public IReadOnlyList<string> Series { get; set; } = [];

    public IReadOnlyList<ChartColumn> Columns { get; set; } = [];

    private double Most => Math.Max(1, Columns.SelectMany(column => column.Values).Max() ?? 0);

    private double Slot => 100.0 / Columns.Count;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart");
        output.Content.AppendHtml(Legend());
        output.Content.AppendHtml(Picture());
    }

    private TagBuilder Legend()
    {
        var list = Markup.Element("ul", "chart__legend").With("aria-hidden", "true");
        for (var series = 0; series < Series.Count; series++)
        {
            var swatch = Markup.Element("svg", null, Hatch($"{Id}-swatch-{series}"), Bar(series, $"{Id}-swatch-{series}").With("width", "100%").With("height", "100%"))
                .With("width", "16").With("height", "16").With("focusable", "false");
            list.InnerHtml.AppendHtml(Markup.Element("li", null, swatch, new HtmlContentBuilder().Append($" {Series[series]}")));
        }

        return list;
    }

    private TagBuilder Picture()
    {
        var svg = Markup.Element("svg", null, Hatch($"{Id}-hatch"))
            .With("role", "img").With("aria-label", Says).With("width", "100%").With("height", Number(Height)).With("focusable", "false");
        for (var i = 0; i < Columns.Count; i++)
        {
            for (var series = 0; series < Columns[i].Values.Count; series++)
            {
                if (Columns[i].Values[series] is { } value and > 0)
                {
                    svg.InnerHtml.AppendHtml(Column(i, series, value));
                }
            }

            svg.InnerHtml.AppendHtml(Text(i % 2 == 0 ? "chart__label" : "chart__label chart__label--between", (i + 0.5) * Slot, Axis + 20, Columns[i].Label));
        }

        svg.InnerHtml.AppendHtml(Markup.Element("line", "chart__axis").With("x1", "0").With("x2", "100%").With("y1", Number(Axis)).With("y2", Number(Axis)));
        return svg;
    }

    private HtmlContentBuilder Column(int column, int series, double value)
    {
        // A tenth of the space stays free on either side; the series share the rest.
        var width = Slot * 0.8 / Series.Count;
        var left = (column * Slot) + (Slot * 0.1) + (series * width);
        var height = Tall * value / Most;
        var drawn = new HtmlContentBuilder();
        drawn.AppendHtml(Bar(series, $"{Id}-hatch")
            .With("x", $"{Number(left)}%").With("width", $"{Number(width)}%").With("y", Number(Axis - height)).With("height", Number(height)));
        drawn.AppendHtml(Text("chart__value", left + (width / 2), Axis - height - 5, value.ToString("0.#", CultureInfo.InvariantCulture)));
        return drawn;
    }

    private static TagBuilder Bar(int series, string hatch) =>
        series == 0 ? Markup.Element("rect", "chart__bar") : Markup.Element("rect", "chart__bar-outline").With("fill", $"url(#{hatch})");

    private static TagBuilder Hatch(string id) => Markup.Element(
        "pattern",
        null,
        Markup.Element("rect", "chart__hatch-ground").With("width", "6").With("height", "6"),
        Markup.Element("line", "chart__hatch").With("x1", "0").With("y1", "0").With("x2", "0").With("y2", "6"))
        .With("id", id).With("patternUnits", "userSpaceOnUse").With("width", "6").With("height", "6").With("patternTransform", "rotate(45)");

    private static TagBuilder Text(string css, double x, double y, string text) =>
        Markup.Element("text", css, text).With("x", $"{Number(x)}%").With("y", Number(y)).With("text-anchor", "middle");

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
