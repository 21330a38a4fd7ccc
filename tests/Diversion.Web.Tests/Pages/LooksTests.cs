using AngleSharp.Dom;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>
/// Access to records outside one's own work: each page asks for a reason, and the access is shown to those responsible for
/// the record.
/// </summary>
public sealed class LooksTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/timeline")]
    [InlineData("/note")]
    [InlineData("/record-failure")]
    [InlineData("/messages")]
    public async Task Every_page_of_the_record_asks_first_and_leads_on_to_where_the_reader_wanted(string page)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.OtherWorker);
        var asked = await browser.Get($"/agreements/{id}{page}");
        Assert.StartsWith($"/agreements/{id}/reason?", asked.Address, StringComparison.Ordinal);
        Assert.DoesNotContain("Sam Person", asked.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("You are asked again after 30 minutes", asked.Text, StringComparison.Ordinal);
        var reached = await browser.Submit(asked, ("Reason", "Covering for Kit this week"));
        Assert.Equal($"/agreements/{id}{page}", reached.Address);
    }

    [Fact]
    public async Task A_reason_holds_for_one_record()
    {
        await using var app = await TestApp.Begin();
        var (one, other) = (await app.Signed(), await app.Signed("CU-2"));
        using var browser = await app.Browse(Staff.OtherWorker);
        await browser.Submit(await browser.Get($"/agreements/{one}"), ("Reason", "Covering for Kit this week"));
        Assert.Equal($"/agreements/{one}", (await browser.Get($"/agreements/{one}")).Address);
        Assert.StartsWith($"/agreements/{other}/reason", (await browser.Get($"/agreements/{other}")).Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lead", 200)]
    [InlineData("provider", 200)]
    [InlineData("analyst", 403)]
    public async Task A_user_is_not_asked_for_a_reason_that_would_open_nothing(string role, int status)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.All[role]);
        var page = await browser.Get($"/agreements/{id}/reason");
        Assert.Equal(($"/agreements/{id}", status), (page.Address, page.Status));
    }

    [Theory]
    [InlineData("lead", true)]
    [InlineData("sergeant", true)]
    [InlineData("worker", false)]
    [InlineData("officer", false)]
    public async Task Only_leads_and_sergeants_see_the_access_log(string role, bool sees)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.All[role]);
        Assert.Equal(sees, (await browser.Get($"/agreements/{id}/whole")).Text.Contains("Nobody from outside the case has looked", StringComparison.Ordinal));

        using var stranger = await app.Browse(Staff.OtherOfficer);
        await stranger.Submit(await stranger.Get($"/agreements/{id}"), ("Reason", "Asked by the custody desk"));
        var record = await browser.Get($"/agreements/{id}/whole");
        Assert.Equal(sees, record.Text.Contains("Oscar Other, police officer, 10am today: Asked by the custody desk", StringComparison.Ordinal));
        Assert.Equal(sees ? 200 : 403, (await browser.Get($"/agreements/{id}/looks")).Status);
        Assert.Equal(sees, record.Html.QuerySelector($"main a[href='/agreements/{id}/looks']") is not null);
    }

    [Fact]
    public async Task The_access_log_has_pages_newest_first()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var stranger = await app.Browse(Staff.OtherWorker);
        await stranger.Submit(await stranger.Get($"/agreements/{id}"), ("Reason", "The very first reason"));
        for (var i = 1; i <= 100; i++)
        {
            app.Clock.MoveTo(TestApp.Start + Duration.FromMinutes(i));
            await stranger.Get($"/agreements/{id}/timeline");
        }

        using var browser = await app.Browse(Staff.Lead);
        var first = await browser.Get($"/agreements/{id}/looks");
        Assert.Equal(100, first.Html.QuerySelectorAll("tbody tr").Length);
        var last = first;
        while (last.Html.QuerySelector(".govuk-pagination__next a") is { } next)
        {
            last = await browser.Get(next.GetAttribute("href")!);
        }

        Assert.StartsWith("10am today", last.Html.QuerySelectorAll("tbody tr")[^1].Children[0].TextContent.Trim(), StringComparison.Ordinal);
    }
}
