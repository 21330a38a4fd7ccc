using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Diversion.Journeys.Tests.Crawling;

/// <summary>Addresses that differ only in their subject lead to the same page with other data.</summary>
internal static partial class PageShape
{
    /// <summary>Parameters of routes that name a subject. The others choose what the page shows, such as a kind of condition.</summary>
    private static readonly HashSet<string> Subjects =
        ["reference", "document", "message", "match", "number", "person", "quarter", "draft", "trial", "worker", "key", "version"];

    /// <summary>Segments that matter: what follows names a meeting or a paper.</summary>
    private const int Segments = 4;

    /// <summary>The parameter with the page to go back to.</summary>
    private const string From = "?from=work";

    [GeneratedRegex("=[^&]*", RegexOptions.None, 30_000)]
    private static partial Regex QueryValue();

    /// <summary>Such as <c>/agreements/{}/record-attendance/supervision</c>.</summary>
    /// <param name="route">The route of the page that the address leads to.</param>
    public static string Of(string path, RouteTemplate route, RouteValueDictionary values)
    {
        var parts = path.Replace(From, "", StringComparison.Ordinal).Split('?', 2);
        var place = "/" + string.Join('/', route.Segments.Take(Segments).Select(segment => Part(segment.Parts[0], values)).OfType<string>());
        return parts.Length == 1 ? place : $"{place}?{QueryValue().Replace(parts[1], "=")}";
    }

    /// <returns>Null for an optional parameter that is not there.</returns>
    private static string? Part(TemplatePart part, RouteValueDictionary values) =>
        !part.IsParameter ? part.Text
        : values.GetValueOrDefault(part.Name!) is not { } value ? null
        : Subjects.Contains(part.Name!) ? "{}" : $"{value}";
}
