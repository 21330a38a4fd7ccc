using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Forms;

/// <summary>A button says what it does when it is pressed; one that says nothing sends its form.</summary>
[HtmlTargetElement("button")]
public sealed class ButtonType : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!output.Attributes.ContainsName("type"))
        {
            output.Attributes.SetAttribute("type", "submit");
        }
    }
}
