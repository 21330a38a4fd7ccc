using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Diversion.Journeys.Tests.Crawling;

/// <summary>The existing pages, as their routes, and which of them an address belongs to.</summary>
internal sealed class PageRoutes
{
    private readonly TemplateMatcher[] matchers;

    public PageRoutes(EndpointDataSource endpoints)
    {
        // The order in which the host tries them.
        matchers =
        [
            .. endpoints.Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
                .Select(endpoint => TemplateParser.Parse(endpoint.RoutePattern.RawText!))
                .OrderBy(RoutePrecedence.ComputeInbound)
                .Select(template => new TemplateMatcher(template, [])),
        ];
        All = matchers.Select(matcher => Name(matcher.Template)).ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlySet<string> All { get; }

    /// <returns>Null for anything that is not a page, such as an asset.</returns>
    public string? Of(string path) =>
        matchers.FirstOrDefault(matcher => matcher.TryMatch(new PathString(path.Split('?')[0]), [])) is { } found ? Name(found.Template) : null;

    /// <summary>What the address has in common with those of the same page about other subjects.</summary>
    public string ShapeOf(string path)
    {
        foreach (var matcher in matchers)
        {
            var values = new RouteValueDictionary();
            if (matcher.TryMatch(new PathString(path.Split('?')[0]), values))
            {
                return PageShape.Of(path, matcher.Template, values);
            }
        }

        return path;
    }

    private static string Name(RouteTemplate template) => $"/{template.TemplateText}";
}
