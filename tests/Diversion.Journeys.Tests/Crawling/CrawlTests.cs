using Diversion.Journeys.Tests.Hosting;

namespace Diversion.Journeys.Tests.Crawling;

/// <summary>Every page that somebody can reach, as everybody.</summary>
public sealed class CrawlTests(Portal portal) : IClassFixture<Portal>
{
    [BrowserTheory]
    [InlineData("demo-kw-1")]
    [InlineData("demo-tm-1")]
    [InlineData("demo-lead-1")]
    [InlineData("demo-po-1")]
    [InlineData("demo-sgt-1")]
    [InlineData("demo-pr-1")]
    [InlineData("demo-rj-1")]
    [InlineData("demo-an-1")]
    public async Task Every_page_within_reach_opens_and_is_sound(string person)
    {
        await using var visitor = await portal.Visit(person);
        var crawl = new Crawl(visitor);

        var faults = await crawl.Run();

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Contains("/about/accessibility", crawl.Shapes);
    }

    [BrowserFact]
    public async Task Pages_before_signing_in_open_and_are_sound()
    {
        await using var visitor = await portal.Visit(null);
        var crawl = new Crawl(visitor);

        var faults = await crawl.Run();

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Contains("/about/privacy", crawl.Shapes);
    }
}
