using AngleSharp.Dom;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

public sealed class SearchTests
{
    [Theory]
    [InlineData("sam")]
    [InlineData("  PERSON s ")]
    [InlineData("2 4 1996")]
    [InlineData("2 April 1996")]
    public async Task A_person_is_found_by_name_or_date_of_birth(string typed)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        var found = await Search(browser, typed);
        Assert.Equal((200, "1 person found – Search – Diversion"), (found.Status, found.Title));
        Assert.Contains("Sam Person", found.Html.QuerySelector("#people-caption")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 April 1996", found.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await browser.Get($"/agreements/{id}")).Status);
        Assert.Equal($"/agreements/{id}", found.Html.QuerySelector("main td a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_header_of_every_page_finds_people_for_those_who_may_search()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        foreach (var address in (string[])["/", $"/agreements/{id}", $"/agreements/{id}/note", "/about/privacy"])
        {
            var page = await browser.Get(address);
            var found = await browser.Submit(page, "header form[role=search]", ("Typed", "Sam Person"));
            Assert.Equal((200, "1 person found – Search – Diversion"), (found.Status, found.Title));
            Assert.Matches("^/search\\?found=[0-9a-f]{32}$", found.Address);
            Assert.Null(found.Html.QuerySelector("header form[role=search]"));
        }

        Assert.Equal(422, (await browser.Submit(await browser.Get("/"), "header form[role=search]", ("Typed", " "))).Status);
        foreach (var actor in (Domain.Agreements.Actor[])[Staff.Analyst, Staff.Panel[0]])
        {
            using var other = await app.Browse(actor);
            Assert.Null((await other.Get("/")).Html.QuerySelector("[role=search]"));
        }
    }

    [Fact]
    public async Task Search_results_can_be_reloaded_by_an_address_without_personal_data()
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        var first = await Search(browser, "Sam Person");
        Assert.Matches("^/search\\?found=[0-9a-f]{32}$", first.Address);
        Assert.Contains("No people found", (await Search(browser, "Someone else")).Text, StringComparison.Ordinal);
        var again = await browser.Get(first.Address);
        Assert.Equal((200, "1 person found – Search – Diversion"), (again.Status, again.Title));
        Assert.Equal("Sam Person", again.Html.QuerySelector("#Typed")!.GetAttribute("value"));

        // Another user who opens the address finds nothing there, nor does the same user after a long time.
        using var other = await app.Browse(Staff.Lead);
        Assert.Contains("Your search has expired", (await other.Get(first.Address)).Text, StringComparison.Ordinal);
        browser.Forget("diversion-search");
        Assert.Contains("Your search has expired", (await browser.Get(first.Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_reason_in_any_alphabet_is_kept_until_what_was_found_is_shown()
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        using var browser = await app.Browse(Staff.OtherWorker);
        for (var i = 0; i < 3; i++)
        {
            var found = await browser.Submit(await browser.Get("/search"), ("Typed", "Sam"), ("Reason", new string('ж', 500)));
            Assert.Contains("1 person found", found.Text, StringComparison.Ordinal);
        }

        Assert.InRange(browser.Cookies.GetCookieHeader(new Uri("http://localhost")).Split("; ").Max(cookie => cookie.Length), 1_000, 4_000);
    }

    [Fact]
    public async Task A_reference_is_found_as_it_is_read_out()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Sergeant);
        Assert.Contains(id, (await Search(browser, id.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cases_of_others_are_found_and_opened_with_one_reason_that_is_logged_each_time()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.OtherWorker);
        var none = await Search(browser, "Sam");
        Assert.DoesNotContain("Sam Person", none.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("give a reason below", none.Text, StringComparison.Ordinal);

        const string why = "Their mother called the front desk";
        var found = await browser.Submit(none, ("Typed", "Sam"), ("Reason", why));
        Assert.Contains("Sam Person", found.Text, StringComparison.Ordinal);
        Assert.Null(found.Html.QuerySelector("main td a"));
        var record = await browser.Submit(found, "main td form");
        Assert.Equal((200, $"/agreements/{id}"), (record.Status, record.Address));

        using var lead = await app.Browse(Staff.Lead);
        var looks = await lead.Get($"/agreements/{id}/looks");
        Assert.Equal(["Record", "Search"], looks.Html.QuerySelectorAll("tbody tr").Select(row => row.Children[2].TextContent.Trim()).Order());
        Assert.All(looks.Html.QuerySelectorAll("tbody tr"), row => Assert.Equal(why, row.Children[3].TextContent));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("front desk", StringComparison.Ordinal) || line.Contains("Sam", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "", "Enter a name, a reference, a date of birth, a PNC id or a telephone number")]
    [InlineData("?!", "", "Type the beginning of a name, a whole reference such as DV-7K3M9-2QX4P, a whole crime number, or a date of birth such as 17 May 1995.")]
    [InlineData("Sam", "Because", "Reason must be 10 characters or more")]
    public async Task An_impossible_search_is_reported_and_kept(string typed, string reason, string fault)
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Worker);
        var again = await browser.Submit(await browser.Get("/search"), ("Typed", typed), ("Reason", reason));
        Assert.Equal((422, fault), (again.Status, Assert.Single(again.Faults)));
        Assert.Equal(typed, again.Html.QuerySelector("input[name=Typed]")!.GetAttribute("value") ?? "");
        Assert.Equal(reason, again.Html.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task More_than_fifty_are_not_listed_but_mentioned()
    {
        await using var app = await TestApp.Begin();
        for (var i = 0; i < 51; i++)
        {
            await app.Referred($"CU-{i}");
        }

        using var browser = await app.Browse(Staff.Officer);
        var found = await Search(browser, "sam");
        Assert.Equal(50, found.Html.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("There may be more people. Enter more of the name", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partners_find_their_own_by_name_without_a_date_of_birth()
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        using var own = await app.Browse(Staff.Provider);
        var found = await Search(own, "sam");
        Assert.Contains("Sam Person", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1996", found.Text, StringComparison.Ordinal);
        Assert.Null(found.Html.QuerySelector("textarea"));
        Assert.Contains("No people found", (await Search(own, "2 4 1996")).Text, StringComparison.Ordinal);
        using var other = await app.Browse(Staff.OtherProvider);
        Assert.Contains("No people found", (await Search(other, "sam")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_analyst_cannot_search()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Analyst);
        Assert.Equal(403, (await browser.Get("/search")).Status);
        Assert.DoesNotContain("Search", (await browser.Get("/")).Html.QuerySelector("#navigation")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_searches_are_stopped_and_the_page_still_opens()
    {
        await using var app = await TestApp.Begin(ownHost: true);
        using var browser = await app.Browse(Staff.Worker);
        var form = await browser.Get("/search");
        for (var i = 0; i < TestApp.SearchesPerMinute; i++)
        {
            Assert.Equal(200, (await browser.Submit(form, ("Typed", "nobody"))).Status);
        }

        var stopped = await browser.Submit(form, ("Typed", "nobody"));
        Assert.Equal((429, "Too many tries – Diversion"), (stopped.Status, stopped.Title));
        Assert.Equal(200, (await browser.Get("/search")).Status);
    }

    private static async Task<Visit> Search(Browser browser, string typed) => await browser.Submit(await browser.Get("/search"), ("Typed", typed));
}
