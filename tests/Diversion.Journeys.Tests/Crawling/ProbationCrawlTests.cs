using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;

namespace Diversion.Journeys.Tests.Crawling;

/// <summary>Every page within reach, as key worker, team manager and lead.</summary>
public sealed class ProbationCrawlTests(Portal portal) : IClassFixture<Portal>
{
    [BrowserFact]
    public Task A_key_worker() =>
        CrawlAssert.Sound(portal, "demo-kw-1", "/caseload", "/agreements/{}", "/agreements/{}/timeline", "/agreements/{}/record-attendance/supervision");

    /// <summary>Beyond these their pages are those of a key worker.</summary>
    [BrowserFact]
    public async Task A_team_manager()
    {
        await using var manager = await portal.Visit("demo-tm-1");
        await manager.Sees("Owed by");
        await PageCheck.Assert(manager.Page);
        await Screenshots.Take(manager.Page, "home-demo-tm-1");
        await manager.Go("/caseload");
        await manager.Select("Whose cases", "Priya Nair");
        await manager.Press("Apply");
        await manager.Sees("Caseload of Priya Nair");
        await PageCheck.Assert(manager.Page);
    }

    [BrowserFact]
    public Task The_lead() => CrawlAssert.Sound(portal, "demo-lead-1", "/programme", "/messages", "/register", "/agreements/{}", "/agreements/{}/decide-breach");
}
