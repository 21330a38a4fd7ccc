using Diversion.Journeys.Tests.Hosting;

namespace Diversion.Journeys.Tests.Crawling;

/// <summary>Every page within reach, as key worker, team manager and lead.</summary>
public sealed class ProbationCrawlTests(Portal portal) : IClassFixture<Portal>
{
    [BrowserTheory]
    [InlineData("demo-kw-1")]
    [InlineData("demo-tm-1")]
    public Task Probation_staff(string person) => CrawlAssert.Sound(portal, person);

    [BrowserFact]
    public async Task The_lead()
    {
        await using var lead = await portal.Visit("demo-lead-1");
        await lead.Go("/register?Status=Active");
        await CrawlAssert.Sound(lead, $"/agreements/{(await lead.References())[0]}/looks");
    }
}
