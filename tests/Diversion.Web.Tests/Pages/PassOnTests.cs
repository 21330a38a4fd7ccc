using Diversion.Domain.Agreements;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Diversion.Web.Pages.Workers;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>A key worker's whole caseload, passed on.</summary>
public sealed class PassOnTests
{
    [Fact]
    public async Task Ticked_cases_go_and_the_others_stay()
    {
        await using var app = await TestApp.Begin();
        string[] cases = [await app.Signed("CU-1"), await app.Signed("CU-2"), await app.Signed("CU-3")];
        using var browser = await app.Browse(Staff.Lead);
        var page = await browser.Get("/workers/kw-1/pass-on");
        Assert.Equal(3, page.Html.QuerySelectorAll("input[name=Cases][checked]").Length);
        Assert.DoesNotContain("Kit Worker,", page.Html.QuerySelector("#To")!.TextContent, StringComparison.Ordinal);
        var nobody = await browser.Submit(page, ("Cases", cases[0]), ("Reason", "Left the team"));
        Assert.Equal("Choose the new key worker", Assert.Single(nobody.Faults));
        Assert.Single(nobody.Html.QuerySelectorAll("input[name=Cases][checked]"));

        var done = await browser.Submit(nobody, ("Cases", cases[0]), ("Cases", cases[2]), ("To", "kw-2"), ("Reason", "Left the team"));
        Assert.Equal(("/workers/kw-1", "2 cases were passed on."), (done.Address, done.Banner));
        Assert.Equal(["kw-2", "kw-1", "kw-2"], await Task.WhenAll(cases.Select(async id => (await app.Stands(id)).KeyWorker!.Id)));
        Assert.Contains(cases[1], done.Html.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_go_a_batch_at_a_time_and_the_page_says_how_far_it_is()
    {
        await using var app = await TestApp.Begin();
        var cases = new List<string>();
        for (var i = 1; i <= PassOnModel.Batch + 2; i++)
        {
            cases.Add(await app.Signed($"CU-{i}", """[{"kind":"no-reoffending"},{"kind":"supervision"}]"""));
        }

        using var browser = await app.Browse(Staff.Lead);
        (string, string)[] all = [.. cases.Select(id => ("Cases", id)), ("To", "kw-2"), ("Reason", "Left the team")];
        var underWay = await browser.Fill("/workers/kw-1/pass-on", all);
        Assert.Equal("20 of 22 cases passed on – Diversion", underWay.Title);
        Assert.Equal(("20", "22"), (underWay.Html.QuerySelector("progress")!.GetAttribute("value"), underWay.Html.QuerySelector("progress")!.GetAttribute("max")));

        // Somebody else passes one of the rest on meanwhile: it stays where it is then.
        app.KeyWorkers.Add(new StaffRef("kw-9", "Kay New"));
        await app.Do(Staff.SecondLead, cases[^1], "change-key-worker", """{"keyWorker":{"id":"kw-9","name":"Kay New"},"reason":"Asked for her"}""");
        var done = await browser.Submit(underWay);
        Assert.Equal("/workers/kw-1", done.Address);
        Assert.StartsWith("21 cases were passed on. 1 could not be", done.Banner, StringComparison.Ordinal);
        Assert.Equal("kw-9", (await app.Stands(cases[^1])).KeyWorker!.Id);
        Assert.Equal("kw-2", (await app.Stands(cases[0])).KeyWorker!.Id);
    }

    [Fact]
    public async Task Pressed_twice_it_is_done_once_and_does_not_say_that_it_failed()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Signed("CU-2");
        using var browser = await app.Browse(Staff.Lead);
        var form = await browser.Get("/workers/kw-1/pass-on");
        (string, string)[] typed = [("Cases", id), ("To", "kw-2"), ("Reason", "Left the team")];
        await browser.Submit(form, typed);
        Assert.Equal("1 case was passed on.", (await browser.Submit(form, typed)).Banner);
        Assert.Single((await browser.Get($"/agreements/{id}/timeline")).Html.QuerySelectorAll("main .moj-timeline__title"), title => title.TextContent.Contains("Kim Other", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_who_left_is_there_as_long_as_they_have_cases()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        app.KeyWorkers.Add(new StaffRef("kw-9", "Kay Gone"));
        await app.Do(Staff.Lead, id, "change-key-worker", """{"keyWorker":{"id":"kw-9","name":"Kay Gone"},"reason":"Asked for her"}""");
        app.KeyWorkers.RemoveAt(app.KeyWorkers.Count - 1);
        using var browser = await app.Browse(Staff.Lead);
        Assert.Equal("Kay Gone", (await browser.Get("/workers/kw-9")).Html.QuerySelector("h1")!.TextContent);
        var done = await browser.Fill("/workers/kw-9/pass-on", ("Cases", id), ("To", "kw-2"), ("Reason", "Left the team"));
        Assert.Equal((200, "/programme", "1 case was passed on."), (done.Status, done.Address, done.Banner));
        Assert.Equal(404, (await browser.Get("/workers/kw-9")).Status);
        Assert.Equal(404, (await browser.Get("/workers/kw-9/pass-on")).Status);
    }

    [Theory]
    [InlineData("worker")]
    [InlineData("sergeant")]
    [InlineData("analyst")]
    public async Task Only_a_lead_opens_somebodys_cases(string role)
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        using var browser = await app.Browse(Staff.All[role]);
        Assert.Equal(403, (await browser.Get("/workers/kw-1")).Status);
        Assert.Equal(403, (await browser.Get("/workers/kw-1/pass-on")).Status);
    }

    [Fact]
    public async Task Nobodys_caseload_is_empty_and_says_what_to_do()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead);
        Assert.Contains("No open cases.", (await browser.Get("/workers/kw-2")).Text, StringComparison.Ordinal);
        Assert.Contains("There are no open cases to pass on.", (await browser.Get("/workers/kw-2/pass-on")).Text, StringComparison.Ordinal);
    }
}
