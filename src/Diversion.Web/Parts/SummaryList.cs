using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Parts;

/// <summary><c>&lt;summary-list&gt;</c>: facts, each a <see cref="SummaryRow"/>.</summary>
[HtmlTargetElement("summary-list")]
public sealed class SummaryList : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "govuk-summary-list");
    }
}
