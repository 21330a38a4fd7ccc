using Diversion.Journeys.Tests.Hosting;

namespace Diversion.Journeys.Tests.Crawling;

internal static class CrawlAssert
{
    /// <param name="person">Null for nobody.</param>
    /// <param name="pages">Some shapes that they must have come to: a crawl that finds nothing proves nothing.</param>
    public static async Task Sound(Portal portal, string? person, params string[] pages)
    {
        await using var visitor = await portal.Visit(person);
        var crawl = new Crawl(visitor);
        var faults = await crawl.Run();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(pages.Append("/about/accessibility").Except(crawl.Shapes, StringComparer.Ordinal));
    }
}
