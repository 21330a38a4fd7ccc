using Diversion.Web.Forms;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Parts;

/// <summary><c>&lt;wide-table id="caseload" caption="Your cases"&gt;thead, tbody&lt;/wide-table&gt;</c>: a table that scrolls in a box of its own on narrow screens.</summary>
[HtmlTargetElement("wide-table")]
public sealed class WideTable : TagHelper
{
    /// <summary>Unique on the page.</summary>
    public string Id { get; set; } = "";

    public string Caption { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        output.TagName = "section";
        output.Attributes.SetAttribute("class", "table-scroll");
        output.Attributes.SetAttribute("aria-labelledby", $"{Id}-caption");

        // So that it can be scrolled with the keyboard.
        output.Attributes.SetAttribute("tabindex", "0");
        output.Content.SetHtmlContent(Markup.Element(
            "table",
            "govuk-table",
            Markup.Element("caption", "govuk-table__caption govuk-table__caption--m", Caption).With("id", $"{Id}-caption"),
            rows));
    }
}
