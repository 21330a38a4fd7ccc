using Diversion.Journeys.Tests.Hosting;

namespace Diversion.Journeys.Tests.Crawling;

/// <summary>Every page within reach, as police, partner, analyst and stranger.</summary>
public sealed class OtherCrawlTests(Portal portal) : IClassFixture<Portal>
{
    [BrowserTheory]
    [InlineData("demo-po-1")]
    [InlineData("demo-sgt-1")]
    public async Task The_police(string person)
    {
        await using var officer = await portal.Visit(person);
        await officer.Go("/enrol");
        await officer.Press("Start");
        await officer.Go("/register?Status=Breached");
        await CrawlAssert.Sound(officer, [.. (await officer.References()).Take(2).Select(reference => $"/agreements/{reference}")]);
    }

    [BrowserTheory]
    [InlineData("demo-pr-1")]
    [InlineData("demo-rj-1")]
    public Task Partners(string person) => CrawlAssert.Sound(portal, person);

    [BrowserFact]
    public Task The_analyst() => CrawlAssert.Sound(portal, "demo-an-1");

    [BrowserFact]
    public async Task Who_is_not_signed_in()
    {
        await using var stranger = await portal.Visit(null);
        await CrawlAssert.Sound(stranger, "/sign-out");
    }

    [BrowserFact]
    public void Every_page_is_come_to_by_somebody() => Assert.Equal(portal.Server.Pages.All.Order(StringComparer.Ordinal), PagesReached.All.Order(StringComparer.Ordinal));
}
