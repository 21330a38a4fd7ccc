using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;
using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Journeys;

public sealed class LeadTests(Portal portal) : IClassFixture<Portal>
{
    [BrowserFact]
    public async Task A_proposal_comes_into_an_open_inbox_without_reloading_and_into_the_title()
    {
        await using var lead = await portal.Visit("demo-lead-1");
        await Assertions.Expect(lead.Main).ToContainTextAsync("This list keeps itself up to date.");
        var before = await Count(lead.Page);
        await lead.Page.EvaluateAsync("() => { window.neverReloaded = true; }");

        await using var worker = await portal.Visit("demo-kw-1");
        await worker.Go("/caseload");
        var active = worker.Page.Locator("tbody tr", new() { HasText = "Active" }).First;
        var name = (await active.Locator("a").First.InnerTextAsync()).Trim();
        await worker.Go(await active.Locator("a").First.GetAttributeAsync("href") ?? "");
        await worker.Go($"/agreements/{worker.Reference}/propose-breach");
        await PageCheck.Assert(worker.Page);
        await worker.Fill("Why do you propose a breach?", "They have moved to another force and do not answer.");
        await worker.Press("Propose the breach");

        await Assertions.Expect(lead.Main.Locator(".work-list__item").First).ToContainTextAsync(name);
        await Assertions.Expect(lead.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex($@"^\({before + 1}\) "));
        Assert.True(await lead.Page.EvaluateAsync<bool>("() => window.neverReloaded === true"));
        await Screenshots.Take(lead.Page, "lead-inbox");
    }

    private static Task<int> Count(IPage page) => page.EvaluateAsync<int>("() => Number(document.querySelector('[data-count]').dataset.count)");
}
