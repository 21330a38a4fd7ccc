using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Hosting;

namespace Diversion.Journeys.Tests.Crawling;

/// <summary>Every page within reach of police, partner, analyst and stranger.</summary>
public sealed class OtherCrawlTests(Portal portal) : IClassFixture<Portal>
{
    private const string Outcome = "/record-case-outcome";

    [BrowserTheory]
    [InlineData("demo-po-1")]
    [InlineData("demo-sgt-1")]
    public async Task The_police(string person)
    {
        await using var officer = await portal.Visit(person);
        await officer.Go("/enrol");
        await officer.Press("Save and finish later");
        await CrawlAssert.Sound(officer, [.. await CaseBackWithThePolice(officer), .. await TasksOfAnEligibleCase(officer), .. await PlaceInTrial(officer)]);
    }

    /// <summary>The home page opens the conditions of such a case, and the list of its tasks is one of many pages of its shape.</summary>
    private static async Task<string[]> TasksOfAnEligibleCase(Visitor officer)
    {
        await officer.Go("/register?Status=Eligible");
        return [.. (await officer.References()).Take(1).Select(reference => $"/agreements/{reference}/enrol")];
    }

    private static async Task<string[]> PlaceInTrial(Visitor officer)
    {
        await officer.Go("/register?Status=Control");
        return [.. (await officer.References()).Take(1).Select(reference => $"/agreements/{reference}/trial")];
    }

    /// <summary>The page for what happened to a case that ended without completion: only the register links to those.</summary>
    private static async Task<string[]> CaseBackWithThePolice(Visitor officer)
    {
        foreach (var status in (string[])["Breached", "NotEligible", "Declined", "Lapsed", "Discontinued", "Control"])
        {
            await officer.Go($"/register?Status={status}");
            foreach (var reference in (await officer.References()).Take(2))
            {
                await officer.Go($"/agreements/{reference}/whole");
                if (await officer.LinkTo(Outcome).CountAsync() > 0)
                {
                    return [$"/agreements/{reference}{Outcome}"];
                }
            }
        }

        return [];
    }

    [BrowserTheory]
    [InlineData("demo-pr-1")]
    [InlineData("demo-rj-1")]
    public Task Partners(string person) => CrawlAssert.Sound(portal, person);

    [BrowserFact]
    public Task The_analyst() => CrawlAssert.Sound(portal, "demo-an-1");

    [BrowserFact]
    public Task A_panel_member() => CrawlAssert.Sound(portal, "demo-pm-1");

    [BrowserFact]
    public async Task Who_is_not_signed_in()
    {
        await using var stranger = await portal.Visit(null);
        await CrawlAssert.Sound(stranger, "/sign-out");
    }

    [BrowserFact]
    public void Every_page_is_reached_by_somebody() => Assert.Equal(portal.Server.Pages.All.Order(StringComparer.Ordinal), PagesReached.All.Order(StringComparer.Ordinal));
}
