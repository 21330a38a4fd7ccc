using System.Text.RegularExpressions;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;
using Microsoft.Playwright;
using NodaTime.Text;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>What comes to a lead, and what a lead changes.</summary>
public sealed class LeadTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly LocalDatePattern Written = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

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
        await Assertions.Expect(lead.Page).ToHaveTitleAsync(new Regex($@"^\({before + 1}\) ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.True(await lead.Page.EvaluateAsync<bool>("() => window.neverReloaded === true"));
        await Screenshots.Take(lead.Page, "lead-inbox");
    }

    [BrowserFact]
    public async Task An_extension_beyond_the_latest_safe_date_is_refused_with_that_date_and_one_within_it_is_made_by_keyboard()
    {
        await using var lead = await portal.Visit("demo-lead-1", byKeyboard: true);
        await lead.Go("/register?Status=Active");
        await lead.Go(await lead.Main.Locator("tbody a").First.GetAttributeAsync("href") ?? "");
        await lead.Follow("Extend the term");
        var latest = Written.Parse(
            await lead.Main.Locator(".govuk-summary-list__row", new() { HasText = "Latest day possible" }).Locator("strong").InnerTextAsync()).Value;
        await lead.FillDate("New last day", latest.PlusDays(1));
        await lead.Tick("The person agreed to this");
        await lead.Fill("Why is it extended?", "A session of the pathway was cancelled by the service.");
        await lead.Press("Extend the term");
        await Assertions.Expect(lead.Page.Locator(".govuk-error-summary")).ToContainTextAsync(Written.Format(latest));
        await Assertions.Expect(lead.Field("Why is it extended?")).ToHaveValueAsync("A session of the pathway was cancelled by the service.");
        await PageCheck.Assert(lead.Page);

        await lead.FillDate("New last day", latest);
        await lead.Press("Extend the term");
        await lead.Sees("Extended by");
    }

    private static Task<int> Count(IPage page) => page.EvaluateAsync<int>("() => Number(document.querySelector('[data-count]').dataset.count)");
}
