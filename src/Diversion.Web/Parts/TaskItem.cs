using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Parts;

/// <summary>
/// <c>&lt;task-item id="offence" title="The offence" href="..." label="..." /&gt;</c>: one task and its status. Without a
/// link it cannot be started yet.
/// </summary>
[HtmlTargetElement("task-item", ParentTag = "task-list", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TaskItem : TagHelper
{
    /// <summary>Unique on the page.</summary>
    public string Id { get; set; } = "";

    public string Title { get; set; } = "";

    public string? Href { get; set => field = Markup.Given(value); }

    public string? Hint { get; set => field = Markup.Given(value); }

    public Label Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var described = Hint is null ? $"{Id}-status" : $"{Id}-hint {Id}-status";
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Href is null ? "govuk-task-list__item" : "govuk-task-list__item govuk-task-list__item--with-link");
        output.Content.SetHtmlContent(Markup.Element(
            "div",
            "govuk-task-list__name-and-hint",
            Href is null
                ? Markup.Element("div", null, Title)
                : Markup.Element("a", "govuk-link govuk-task-list__link", Title).With("href", Href).With("aria-describedby", described),
            Hint is null ? null : Markup.Element("div", "govuk-task-list__hint", Hint).With("id", $"{Id}-hint")));
        output.Content.AppendHtml(Markup.Element(
            "div",
            "govuk-task-list__status",
            Markup.Element("strong", $"govuk-tag govuk-tag--{Label.Colour}", Label.Text)).With("id", $"{Id}-status"));
    }
}
