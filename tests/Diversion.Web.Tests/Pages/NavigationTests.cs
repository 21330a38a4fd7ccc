using Diversion.Casework.Links;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

public sealed class NavigationTests
{
    private const string Row = ".govuk-service-navigation__link";
    private const string Beside = ".moj-sub-navigation__link";

    public static TheoryData<string> Everybody => [.. Staff.All.Keys.Where(who => who != "feed")];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task The_links_of_a_role_stand_in_one_row_and_each_opens(string who)
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.All[who]);
        var row = await Links(browser, "/", Row);
        Assert.InRange(row.Count, 1, 8);
        foreach (var (_, address) in row)
        {
            Assert.Equal(200, (await browser.Get(address)).Status);
        }
    }

    [Fact]
    public async Task What_is_folded_for_a_lead_is_beside_the_page_that_its_area_opens()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead);
        var reached = new List<string>();
        foreach (var (_, address) in await Links(browser, "/", Row))
        {
            var beside = await Links(browser, address, Beside);
            reached.AddRange(beside.Count == 0 ? [address] : beside.Select(one => one.Address));
        }

        Assert.Equal(reached.Distinct(), reached);
        Assert.Empty(
            ((string[])[Addresses.Calendar, Addresses.Register, Addresses.Programme, Addresses.Analysis, Addresses.FollowUp, Addresses.Trials, Addresses.Sittings, Addresses.Services,
                Addresses.Staff, Addresses.Messages, Addresses.Feeds, Addresses.Operations, Addresses.OffenceCodes, Addresses.TransfersIn]).Except(reached));
    }

    [Fact]
    public async Task The_page_and_its_area_are_marked_as_current()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead);
        var page = (await browser.Get(Addresses.Trials)).Html;
        Assert.Equal("Figures", Assert.Single(page.QuerySelectorAll($"{Row}[aria-current='true']")).TextContent.Trim());
        Assert.Equal("Trials", Assert.Single(page.QuerySelectorAll($"{Beside}[aria-current='page']")).TextContent.Trim());
    }

    private static async Task<List<(string Text, string Address)>> Links(Browser browser, string page, string selector) =>
        [.. (await browser.Get(page)).Html.QuerySelectorAll(selector).Select(link => (link.TextContent.Trim(), link.GetAttribute("href")!))];
}
