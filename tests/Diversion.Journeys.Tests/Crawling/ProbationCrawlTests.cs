using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;

namespace Diversion.Journeys.Tests.Crawling;

/// <summary>Every page within reach of key worker, team manager and lead.</summary>
public sealed class ProbationCrawlTests(Portal portal) : IClassFixture<Portal>
{
    [BrowserFact]
    public Task A_key_worker() => CrawlAssert.Sound(portal, "demo-kw-1");

    /// <summary>All their other pages are those of a key worker.</summary>
    [BrowserFact]
    public async Task A_team_manager()
    {
        await using var manager = await portal.Visit("demo-tm-1");
        await manager.Sees("To be done by");
        await PageCheck.Assert(manager.Page);
        await Screenshots.Take(manager.Page, "home-demo-tm-1");
        await manager.Follow("Priya Nair");
        await manager.Sees("Open cases of Priya Nair");
        await PageCheck.Assert(manager.Page);
    }

    [BrowserFact]
    public async Task The_lead()
    {
        await using var lead = await portal.Visit("demo-lead-1");
        await lead.Go("/register?Status=Active");
        var active = (await lead.References())[0];
        await lead.Go("/register?Status=Completed");
        var completed = (await lead.References())[0];
        await CrawlAssert.Sound(lead, $"/agreements/{active}/looks", $"/agreements/{completed}/completion-file");
    }
}
