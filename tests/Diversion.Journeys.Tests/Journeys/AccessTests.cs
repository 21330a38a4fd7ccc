using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;
using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>Who sees what, and what is logged about access.</summary>
public sealed class AccessTests(Portal portal) : IClassFixture<Portal>
{
    private const string Why = "Covering for Priya Nair, who is ill today.";

    [BrowserFact]
    public async Task A_record_of_somebody_elses_work_asks_for_a_reason_and_shows_who_looked()
    {
        await using var owner = await portal.Visit("demo-kw-1");
        var reference = await AnyCase(owner, "/caseload");
        await using var stranger = await portal.Visit("demo-kw-3");
        await stranger.Go($"/agreements/{reference}");
        Assert.StartsWith($"/agreements/{reference}/reason", stranger.Path, StringComparison.Ordinal);
        await PageCheck.Assert(stranger.Page);
        await stranger.Press("Open the record");
        await stranger.Sees("Enter");
        await stranger.Fill("Why do you need to look at this record?", Why);
        await stranger.Press("Open the record");
        Assert.Equal($"/agreements/{reference}", stranger.Path);

        await using var lead = await portal.Visit("demo-lead-1");
        await lead.Go($"/agreements/{reference}/timeline");
        await lead.Follow("See everybody who looked");
        await lead.Sees("Grace Adeyemi");
        await lead.Sees(Why);
        await PageCheck.Assert(lead.Page);
    }

    [BrowserFact]
    public async Task A_search_by_keyboard_finds_own_cases_at_once_others_for_a_reason_and_no_name_comes_into_an_address()
    {
        await using var lead = await portal.Visit("demo-lead-1");
        await lead.Go("/register");
        var foreign = (await lead.Page.Locator("tbody tr", new() { HasText = "Grace Adeyemi" }).Locator("a").First.InnerTextAsync()).Trim();
        await using var worker = await portal.Visit("demo-kw-1", byKeyboard: true);
        await Assertions.Expect(worker.Page.Locator("#header-search")).ToHaveAttributeAsync("aria-keyshortcuts", "/");
        await worker.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(worker.Page.Locator("#header-search")).ToBeFocusedAsync();
        await worker.Page.Keyboard.TypeAsync(foreign);
        await worker.Page.Keyboard.PressAsync("Enter");
        await worker.Sees("Search again");
        await worker.DoesNotSee("Open for the same reason");
        await PageCheck.Assert(worker.Page);

        await worker.Fill("Why do you need to search other people’s cases? (optional)", Why);
        await worker.Press("Search");
        await worker.Sees(foreign);
        await PageCheck.Assert(worker.Page);
        await worker.Press($"Open for the same reason: {foreign}");
        Assert.Equal(foreign, await worker.WhoseCase());

        // Back to the results, without being asked to send the form again.
        await worker.Page.GoBackAsync();
        await worker.Sees(foreign);
        await worker.Page.ReloadAsync();
        await worker.Sees(foreign);
        foreach (var name in foreign.Split(' '))
        {
            Assert.DoesNotContain(worker.Faults.Addresses, address => address.Contains(name, StringComparison.OrdinalIgnoreCase));
        }
    }

    [BrowserFact]
    public async Task A_provider_sees_their_own_referrals_and_nothing_else()
    {
        await using var lead = await portal.Visit("demo-lead-1");
        await using var provider = await portal.Visit("demo-pr-1");
        await PageCheck.Assert(provider.Page);
        var own = await provider.References();
        Assert.NotEmpty(own);
        var foreign = (await Everybody(lead)).Except(own, StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(foreign);

        provider.Faults.Expect(403);
        provider.Faults.Expect(404);
        string[] shut = [.. foreign.Take(3).Select(reference => $"/agreements/{reference}"), "/programme", "/messages", "/enrol", $"/agreements/{own[0]}/note"];
        foreach (var path in shut)
        {
            var answer = await provider.Go(path);
            Assert.True(answer.Status is 403 or 404, $"{path} opened for a provider: {answer.Status}");
        }

        foreach (var reference in own)
        {
            await provider.Go($"/agreements/{reference}/whole");
            await provider.DoesNotSee("The offence");
            await provider.DoesNotSee("The victim");
            await provider.DoesNotSee("Warnings");
            await provider.DoesNotSee("Date of birth");
        }
    }

    private static async Task<string> AnyCase(Visitor visitor, string list)
    {
        await visitor.Go(list);
        return (await visitor.References())[0];
    }

    private static async Task<IReadOnlyList<string>> Everybody(Visitor lead)
    {
        await lead.Go("/register");
        return await lead.References();
    }
}
