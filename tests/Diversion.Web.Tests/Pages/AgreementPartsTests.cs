using AngleSharp.Dom;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>The pages of one agreement: short, and together as much as the whole case on one page.</summary>
public sealed class AgreementPartsTests
{
    private const int MostBytes = 40_000;
    private const int MostLinksOfLead = 12;

    [Theory]
    [InlineData("worker")]
    [InlineData("manager")]
    [InlineData("lead")]
    [InlineData("officer")]
    [InlineData("sergeant")]
    [InlineData("provider")]
    [InlineData("facilitator")]
    public async Task Every_fact_and_every_action_of_the_whole_case_is_on_one_of_its_parts(string role)
    {
        await using var app = await TestApp.Begin();
        var id = await Busy(app);
        using var browser = await app.Browse(Staff.All[role]);
        var whole = await browser.Get($"/agreements/{id}/whole");
        var parts = await Parts(browser, id);
        Assert.Equal([], Facts(whole).Except(parts.SelectMany(Facts)));
        Assert.Equal([], Links(whole).Except(parts.SelectMany(Links)).Except(parts.Select(part => part.Address)));
        Assert.Equal([], Actions(whole).Except(parts.SelectMany(Actions)));
        Assert.NotEmpty(Facts(whole));
    }

    [Theory]
    [InlineData("worker")]
    [InlineData("lead")]
    [InlineData("officer")]
    [InlineData("provider")]
    public async Task Every_part_is_sent_in_less_than_40_kB(string role)
    {
        await using var app = await TestApp.Begin();
        var id = await Busy(app);
        using var browser = await app.Browse(Staff.All[role]);
        Assert.All(await Parts(browser, id), part => Assert.True(part.Body.Length < MostBytes, $"{part.Address}: {part.Body.Length} bytes"));
    }

    [Fact]
    public async Task A_lead_chooses_from_a_dozen_links_at_most_and_each_group_leads_to_its_actions()
    {
        await using var app = await TestApp.Begin();
        var id = await Busy(app);
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone."}""");
        using var lead = await app.Browse(Staff.Lead);
        var overview = await lead.Get($"/agreements/{id}");
        Assert.InRange(overview.Html.QuerySelectorAll("main a").Length, 5, MostLinksOfLead);
        Assert.Equal("Decide the breach", overview.Html.QuerySelector(".next-step a")!.TextContent);
        var groups = overview.Html.QuerySelectorAll(".task-groups a").Select(link => link.GetAttribute("href")!).Where(link => link.Contains('#')).ToArray();
        Assert.NotEmpty(groups);
        foreach (var group in groups)
        {
            var part = await lead.Get(group.Split('#')[0]);
            Assert.NotEmpty(part.Html.QuerySelector($"#{group.Split('#')[1]}")!.ParentElement!.QuerySelectorAll(".action-links li"));
        }
    }

    [Fact]
    public async Task The_identity_bar_says_whose_case_it_is_how_it_stands_and_what_to_be_careful_of()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "record-staff-risk", """{"risk":"Two people meet him."}""");
        await app.Do(Staff.Worker, id, "record-circumstances", """{"circumstances":{"language":"Polish","interpreter":true}}""");
        using var worker = await app.Browse(Staff.Worker);
        foreach (var part in await Parts(worker, id))
        {
            var bar = Plain(part.Html.QuerySelector(".moj-identity-bar")!);
            Assert.All((string[])["Sam", "Born", id, "Kit Worker", "Active", "Risk to staff", "Interpreter needed"], word => Assert.Contains(word, bar, StringComparison.Ordinal));
            Assert.DoesNotContain("Two people", bar, StringComparison.Ordinal);
            Assert.Single(part.Html.QuerySelectorAll(".moj-sub-navigation a[aria-current=page]"));
        }

        using var provider = await app.Browse(Staff.Provider);
        var seen = await provider.Get($"/agreements/{id}");
        Assert.DoesNotContain("Born", seen.Html.QuerySelector(".moj-identity-bar")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Overview", "Appointments", "Conditions", "Contact", "Papers"], seen.Html.QuerySelectorAll(".moj-sub-navigation a").Select(link => link.TextContent));
    }

    /// <summary>A case in its second week, in which much was recorded.</summary>
    private static async Task<string> Busy(TestApp app)
    {
        var id = await app.WithMeeting();
        await app.Do(Staff.Worker, id, "record-failure", """{"failureId":"f-1","reason":"Left early"}""");
        await app.Do(Staff.Worker, id, "record-staff-risk", """{"risk":"Two people meet him."}""");
        await app.Do(Staff.Worker, id, "record-circumstances", """{"circumstances":{"language":"Polish","interpreter":true}}""");
        await app.Do(Staff.Worker, id, "record-unmet-need", """{"need":"health","because":"tooFar"}""");
        await app.Do(Staff.Worker, id, "offer-health-check", $$"""{"provider":"{{Staff.Provider.Organisation}}"}""");
        await app.Do(Staff.Worker, id, "record-complaint", """{"from":"person","how":"telephone","madeAt":"2026-03-05T10:00:00Z","about":"somethingElse","what":"It took too long."}""");
        await app.Do(Staff.Worker, id, "record-access-request", """{"receivedOn":"2026-03-05","what":"All of it."}""");
        await app.TravelTo(TestApp.Start + Duration.FromDays(8));
        return id;
    }

    private static async Task<IReadOnlyList<Visit>> Parts(Browser browser, string id)
    {
        var overview = await browser.Get($"/agreements/{id}");
        var parts = new List<Visit>();
        foreach (var link in overview.Html.QuerySelectorAll(".moj-sub-navigation a").Select(link => link.GetAttribute("href")!))
        {
            var part = await browser.Get(link);
            Assert.Equal((200, link), (part.Status, part.Address));
            parts.Add(part);
        }

        return parts;
    }

    private static IEnumerable<string> Facts(Visit page) => page.Html.QuerySelectorAll("main .govuk-summary-list__row, main tbody tr, main .kept-text").Select(Plain);

    private static IEnumerable<string> Links(Visit page) => page.Html.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!);

    /// <summary>What is blocked, with its reason, among them.</summary>
    private static IEnumerable<string> Actions(Visit page) => page.Html.QuerySelectorAll("main .action-links li").Select(Plain);

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
