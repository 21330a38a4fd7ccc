using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Parts;

/// <summary><c>&lt;task-list&gt;</c>: what has to be done, each a <see cref="TaskItem"/>.</summary>
[HtmlTargetElement("task-list")]
public sealed class TaskList : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.Attributes.SetAttribute("class", "govuk-task-list");
    }
}
