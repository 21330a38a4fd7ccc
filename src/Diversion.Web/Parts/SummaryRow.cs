using Diversion.Web.Forms;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Parts;

/// <summary><c>&lt;summary-row key="Ends" change="/agreements/..."&gt;3 July 2026&lt;/summary-row&gt;</c>.</summary>
[HtmlTargetElement("summary-row")]
public sealed class SummaryRow : TagHelper
{
    public string Key { get; set; } = "";

    /// <summary>Where it is changed; null if it cannot be.</summary>
    public string? Change { get; set => field = Markup.Given(value); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Change is null ? "govuk-summary-list__row govuk-summary-list__row--no-actions" : "govuk-summary-list__row");
        output.Content.SetHtmlContent(Markup.Element("dt", "govuk-summary-list__key", Key));
        output.Content.AppendHtml(Markup.Element("dd", "govuk-summary-list__value", value));
        if (Change is not null)
        {
            var link = Markup.Element("a", "govuk-link", "Change").With("href", Change);
            link.InnerHtml.AppendHtml(Markup.Element("span", "govuk-visually-hidden", $" {Key.ToLowerInvariant()}"));
            output.Content.AppendHtml(Markup.Element("dd", "govuk-summary-list__actions", link));
        }
    }
}
