using Diversion.Web.Forms;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Parts;

/// <summary>
/// <c>&lt;next-page cursor="@page.Cursor" /&gt;</c>: a link to the rest of a list, with the same filter; empty at the end.
/// </summary>
[HtmlTargetElement("next-page", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NextPage : TagHelper
{
    private const string Parameter = "cursor";

    public string? Cursor { get; set => field = Markup.Given(value); }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var filter = request.Query.Where(one => one.Key != Parameter).SelectMany(one => one.Value, (one, value) => KeyValuePair.Create(one.Key, value ?? ""));
        if (Cursor is null)
        {
            if (!request.Query.ContainsKey(Parameter))
            {
                output.SuppressOutput();
                return;
            }
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-pagination govuk-pagination--block");
        output.Attributes.SetAttribute("aria-label", "Pages of the list");
        if (request.Query.ContainsKey(Parameter))
        {
            output.Content.AppendHtml(Link("prev", "First page", request.Path + new QueryBuilder(filter).ToQueryString()));
        }

        if (Cursor is not null)
        {
            output.Content.AppendHtml(Link("next", "Next page", request.Path + new QueryBuilder([.. filter, KeyValuePair.Create(Parameter, Cursor)]).ToQueryString()));
        }
    }

    private static TagBuilder Link(string direction, string text, string address) => Markup.Element(
        "div",
        $"govuk-pagination__{direction}",
        Markup.Element("a", "govuk-link govuk-pagination__link", Markup.Element("span", "govuk-pagination__link-title", text)).With("href", address).With("rel", direction));
}
