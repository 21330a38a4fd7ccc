using Diversion.Web.Wording;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Parts;

/// <summary><c>&lt;label-tag label="Labels.Of(item.Status)" /&gt;</c>: a status in a coloured box.</summary>
[HtmlTargetElement("label-tag", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LabelTag : TagHelper
{
    public Label Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"govuk-tag govuk-tag--{Label.Colour}");
        output.Content.SetContent(Label.Text);
    }
}
