using Diversion.Journeys.Tests.Hosting;

namespace Diversion.Journeys.Tests.Crawling;

/// <summary>Every page within reach, as key worker, team manager and lead.</summary>
public sealed class ProbationCrawlTests(Portal portal) : IClassFixture<Portal>
{
    [BrowserTheory]
    [InlineData("demo-kw-1")]
    [InlineData("demo-tm-1")]
    public Task Those_who_supervise(string person) =>
        CrawlAssert.Sound(portal, person, "/caseload", "/agreements/{}", "/agreements/{}/timeline", "/agreements/{}/record-attendance/supervision");

    [BrowserFact]
    public Task The_lead() => CrawlAssert.Sound(portal, "demo-lead-1", "/programme", "/messages", "/register", "/agreements/{}", "/agreements/{}/decide-breach");
}
