using System.Globalization;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Parts;

/// <summary>
/// <c>&lt;share-bar value="12" most="40" /&gt;</c>: a bar under a row's name in a table of numbers. The number is beside it
/// as text, so screen readers skip the bar. Drawn in percentages of its box: it fits any width without script or style.
/// </summary>
[HtmlTargetElement("share-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ShareBar : TagHelper
{
    public double Value { get; set; }

    /// <summary>The value of the longest bar.</summary>
    public double Most { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "share-bar");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Attributes.SetAttribute("width", "100%");
        output.Attributes.SetAttribute("height", "12");
        if (Value > 0 && Most > 0)
        {
            var width = (100 * Math.Min(Value, Most) / Most).ToString("0.##", CultureInfo.InvariantCulture);
            output.Content.SetHtmlContent(Markup.Element("rect", "chart__bar").With("width", $"{width}%").With("height", "100%"));
        }
    }
}
