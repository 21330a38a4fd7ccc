using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Diversion.Web.Forms;

/// <summary>HTML elements, encoded as they are written.</summary>
internal static class Markup
{
    public static TagBuilder Element(string name, string? css = null, params IHtmlContent?[] content)
    {
        var element = new TagBuilder(name);
        if (css is not null)
        {
            element.AddCssClass(css);
        }

        foreach (var part in content)
        {
            if (part is not null)
            {
                element.InnerHtml.AppendHtml(part);
            }
        }

        return element;
    }

    public static TagBuilder Element(string name, string? css, string text)
    {
        var element = Element(name, css);
        element.InnerHtml.Append(text);
        return element;
    }

    public static TagBuilder Input(string type, string? css = null)
    {
        var input = Element("input", css);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = type;
        return input;
    }

    /// <summary>An attribute of a tag helper: Razor turns an expression that is null into an empty text.</summary>
    public static string? Given(string? attribute) => attribute is "" ? null : attribute;

    /// <summary>Sets an attribute if there is a value for it.</summary>
    public static TagBuilder With(this TagBuilder element, string attribute, string? value)
    {
        if (value is not null)
        {
            element.Attributes[attribute] = value;
        }

        return element;
    }

    public static TagBuilder With(this TagBuilder element, string attribute, bool present) => element.With(attribute, present ? attribute : null);
}
