using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Hosting;

namespace Diversion.Journeys.Tests.Crawling;

internal static class CrawlAssert
{
    /// <param name="person">Null for nobody.</param>
    public static async Task Sound(Portal portal, string? person)
    {
        await using var visitor = await portal.Visit(person);
        await Sound(visitor);
    }

    /// <summary>The pages that they find are sound, and include every page that <see cref="PagesReached"/> lists for them.</summary>
    /// <param name="also">Pages that nothing links to at present.</param>
    public static async Task Sound(Visitor visitor, params string[] also)
    {
        var crawl = new Crawl(visitor, also);
        var faults = await crawl.Run();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(PagesReached.By(visitor.Person).Except(crawl.Pages, StringComparer.Ordinal));
    }
}
