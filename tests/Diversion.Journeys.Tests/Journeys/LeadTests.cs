using System.Text.RegularExpressions;
using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;
using Microsoft.Playwright;
using NodaTime.Text;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>What a lead receives, and what a lead changes.</summary>
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
        await worker.Fill("Why are you proposing a breach?", "They have moved to another force and do not answer.");
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
        await lead.Go("/register");
        await lead.Unfold("Filter");
        await lead.Select("Status", "Active");
        await lead.Press("Apply filter");
        await PageCheck.Assert(lead.Page);
        await lead.FollowTo("/agreements/");
        await lead.GoToPart("conditions");
        await lead.Follow("Extend the term");
        var latest = Written.Parse(
            await lead.Main.Locator(".govuk-summary-list__row", new() { HasText = "Latest day possible" }).Locator("strong").InnerTextAsync()).Value;
        await lead.FillDate("New last day", latest.PlusDays(1));
        await lead.Tick("The person agreed to this");
        await lead.Choose("How did they agree?", "By telephone");
        await lead.Fill("Reasons for your decision", "A session of the pathway was cancelled by the service.");
        await lead.Press("Extend the term");
        await Assertions.Expect(lead.Page.Locator(".govuk-error-summary")).ToContainTextAsync(Written.Format(latest));
        await Assertions.Expect(lead.Field("Reasons for your decision")).ToHaveValueAsync("A session of the pathway was cancelled by the service.");
        await PageCheck.Assert(lead.Page);

        await lead.FillDate("New last day", latest);
        await lead.Press("Extend the term");
        await lead.GoToPart("conditions");
        await lead.Sees("Extended by");
    }

    [BrowserFact]
    public async Task An_agreement_is_varied_a_condition_waived_and_the_case_passed_on_by_keyboard()
    {
        await using var lead = await portal.Visit("demo-lead-1", byKeyboard: true);
        await lead.Go("/programme");
        await PageCheck.Assert(lead.Page);
        await lead.Follow("Daniel Rowe");
        var worker = lead.Path;
        await OpenCaseWithoutTag(lead);
        var (reference, name) = (lead.Reference, await lead.WhoseCase());
        await lead.Follow("Vary the agreement");
        await lead.Choose("Add conditions", "Tag monitoring");
        await lead.Fill("Places to keep away from (optional)", "The High Street of Durham");
        await lead.Fill("Reasons for your decision", "They asked for it, to be let off the meetings later.");
        await lead.Press("Vary the agreement");
        await Assertions.Expect(lead.Page.Locator(".govuk-error-summary")).ToContainTextAsync("agree");
        await PageCheck.Assert(lead.Page);
        await lead.Tick("The person agreed to this");
        await lead.Choose("How did they agree?", "They signed the new version");
        await lead.Press("Vary the agreement");
        await lead.Sees("The agreement was varied.");

        await lead.GoToPart("conditions");
        await lead.FollowTo("/waive-condition/tag");
        await lead.Fill("Why are you waiving it?", "They withdrew their consent before it was fitted.");
        await lead.Press("Waive the condition");
        await lead.Sees("The condition was waived.");

        await lead.Go(worker);
        await lead.Follow("Pass cases on");
        await PageCheck.Assert(lead.Page);
        await lead.Choose("Which cases?", (await lead.Group("Which cases?").Locator("label").First.InnerTextAsync()).Trim());
        await lead.Select("Who takes them?", (await lead.Field("Who takes them?").Locator("option", new() { HasText = "Priya Nair" }).InnerTextAsync()).Trim());
        await lead.Choose("For how long?", "For good");
        await lead.Fill("Why?", "On leave until the end of the year.");
        await lead.Press("Continue");
        await PageCheck.Assert(lead.Page);
        await lead.Press((await lead.Main.GetByRole(AriaRole.Button).First.InnerTextAsync()).Trim());
        await lead.Sees("cases were passed on.");
        await lead.DoesNotSee("could not be");
        await lead.DoesNotSee(reference);
        await lead.Go($"/agreements/{reference}/contact");
        Assert.Equal(name, await lead.WhoseCase());
        await lead.Sees("Priya Nair");
    }

    /// <summary>One of the key worker's cases that a tag can be added to.</summary>
    private static async Task OpenCaseWithoutTag(Visitor lead)
    {
        foreach (var reference in await lead.References())
        {
            await lead.Go($"/agreements/{reference}/conditions");
            if (await lead.Main.GetByText("Vary the agreement").CountAsync() > 0 && await lead.Main.GetByText("Tag monitoring").CountAsync() == 0)
            {
                return;
            }
        }

        Assert.Fail("No case is like that.");
    }

    private static Task<int> Count(IPage page) => page.EvaluateAsync<int>("() => Number(document.querySelector('[data-count]').dataset.count)");
}
