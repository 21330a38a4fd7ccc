using Diversion.Journeys.Tests.Hosting;

namespace Diversion.Journeys.Tests.Crawling;

/// <summary>Every page within reach, as key worker, team manager and lead.</summary>
public sealed class ProbationCrawlTests(Portal portal) : IClassFixture<Portal>
{
    [BrowserFact]
    public Task A_key_worker() =>
        CrawlAssert.Sound(portal, "demo-kw-1", "/caseload", "/agreements/{}", "/agreements/{}/timeline", "/agreements/{}/record-attendance/supervision");

    [BrowserFact]
    public Task A_team_manager() => CrawlAssert.Sound(portal, "demo-tm-1", "/caseload", "/register");

    [BrowserFact]
    public Task The_lead() => CrawlAssert.Sound(portal, "demo-lead-1", "/programme", "/messages", "/register", "/agreements/{}", "/agreements/{}/decide-breach");
}
