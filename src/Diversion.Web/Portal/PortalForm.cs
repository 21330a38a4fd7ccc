using Diversion.Web.Forms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Portal;

/// <summary>
/// <c>&lt;portal-form&gt;</c>: a form that is posted to its own page, or to <c>action</c>. It carries the antiforgery
/// token, the version that the reader saw, the idempotency key, and whose answers these are.
/// </summary>
[HtmlTargetElement("portal-form")]
public sealed class PortalForm(IAntiforgery antiforgery, FormOwner owners) : TagHelper
{
    /// <summary>A local path; null for the page itself.</summary>
    public string? Action { get; set => field = Markup.Given(value); }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "form";
        output.Attributes.SetAttribute("method", "post");

        // The page shows errors itself, in its own words, the same in every browser.
        output.Attributes.SetAttribute("novalidate", "novalidate");
        if (Action is not null)
        {
            output.Attributes.SetAttribute("action", Action);
        }

        var token = antiforgery.GetAndStoreTokens(ViewContext.HttpContext);
        output.PreContent.AppendHtml(Hidden(token.FormFieldName, token.RequestToken));
        output.PreContent.AppendHtml(Hidden(FormOwner.Field, owners.Seal(ViewContext.HttpContext)));
        if (ViewContext.ViewData.Model is PortalPage page)
        {
            page.FormKey ??= Guid.NewGuid().ToString("N");
            output.PreContent.AppendHtml(Hidden(nameof(page.FormKey), page.FormKey));
            if (page.SeenVersion is { } version)
            {
                output.PreContent.AppendHtml(Hidden(nameof(page.SeenVersion), $"{version}"));
            }
        }
    }

    private static TagBuilder Hidden(string name, string? value) =>
        Markup.Input("hidden").With("name", name).With("value", value);
}
