using Diversion.Journeys.Tests.Hosting;

namespace Diversion.Journeys.Tests.Crawling;

/// <summary>Every page within reach, as police, partner, analyst and stranger.</summary>
public sealed class OtherCrawlTests(Portal portal) : IClassFixture<Portal>
{
    [BrowserTheory]
    [InlineData("demo-po-1")]
    [InlineData("demo-sgt-1")]
    public Task The_police(string person) => CrawlAssert.Sound(portal, person, "/enrol", "/agreements/{}/enrol", "/agreements/{}");

    [BrowserTheory]
    [InlineData("demo-pr-1")]
    [InlineData("demo-rj-1")]
    public Task Partners(string person) => CrawlAssert.Sound(portal, person, "/search", "/agreements/{}");

    [BrowserFact]
    public Task The_analyst() => CrawlAssert.Sound(portal, "demo-an-1", "/register");

    [BrowserFact]
    public Task Who_is_not_signed_in() => CrawlAssert.Sound(portal, null, "/about/privacy");
}
