using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Diversion.Web.Tests.Hosting;

/// <summary>What a person can enter into a form. A test that enters anything else would pass on a page that nobody can use.</summary>
internal static class Fields
{
    /// <returns>What of it the form does not take; null when it takes everything.</returns>
    public static string? Missing(IHtmlFormElement form, IReadOnlyList<(string Name, string Value)> typed)
    {
        var fields = form.Elements.Where(field => field.GetAttribute("name") is not null).ToLookup(field => field.GetAttribute("name")!, StringComparer.Ordinal);
        foreach (var (name, value) in typed)
        {
            if (!fields.Contains(name))
            {
                return $"There is no field {name}. The fields: {string.Join(", ", fields.Select(field => field.Key))}.";
            }

            if (!fields[name].Any(field => Takes(field, value)))
            {
                return $"{value} is not offered for {name}.";
            }
        }

        return null;
    }

    private static bool Takes(IElement field, string value) => field switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox" or "submit" } choice => choice.Value == value && !choice.IsDisabled,
        IHtmlButtonElement button => button.Value == value,
        IHtmlSelectElement list => list.Options.Any(option => option.Value == value && !option.IsDisabled),
        _ => true,
    };
}
