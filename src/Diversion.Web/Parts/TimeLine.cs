using Diversion.Casework.Access;
using Diversion.Casework.Record;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime.Text;

namespace Diversion.Web.Parts;

/// <summary><c>&lt;time-line items="Model.Changes" /&gt;</c>: what happened, who did it and why.</summary>
[HtmlTargetElement("time-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimeLine : TagHelper
{
    public IReadOnlyList<TimelineItem> Items { get; set; } = [];

    /// <summary>Level of the items' headings.</summary>
    public int Level { get; set; } = 3;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "moj-timeline");
        foreach (var item in Items)
        {
            output.Content.AppendHtml(Show(item));
        }
    }

    private TagBuilder Show(TimelineItem item) => Markup.Element(
        "div",
        "moj-timeline__item",
        Markup.Element(
            "div",
            "moj-timeline__header",
            Markup.Element($"h{Level}", "moj-timeline__title", item.Sentence),
            Markup.Element("p", "moj-timeline__byline", $" {(item.ByRule ? "automatically, after an entry by" : "by")} {item.Who}{(AccessPolicy.IsClock(item.Role) ? "" : $", {Labels.Of(item.Role).ToLowerInvariant()}")}")),
        Markup.Element(
            "p",
            "moj-timeline__date",
            Markup.Element("time", null, $"{Words.Date(item.At)} at {Words.Time(item.At)}").With("datetime", InstantPattern.General.Format(item.At))),
        item.Reason is null && item.Text is null ? null : Markup.Element("div", "moj-timeline__description", Said("Reason: ", item.Reason), Said("", item.Text)));

    private static TagBuilder? Said(string prefix, string? text) =>
        text is null ? null : Markup.Element("p", "govuk-body kept-text", prefix + text);
}
