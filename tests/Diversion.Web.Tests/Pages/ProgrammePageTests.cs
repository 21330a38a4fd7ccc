using Diversion.Domain.Agreements;
using AngleSharp.Dom;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>The programme's figures.</summary>
public sealed class ProgrammePageTests
{
    [Fact]
    public async Task Each_number_stands_in_a_table_and_each_picture_in_words()
    {
        await using var app = await TestApp.Begin();
        await app.Signed("CU-1");
        var second = await app.Signed("CU-2");
        await app.Do(Staff.Worker, second, "propose-breach", """{"reason":"Gone for weeks."}""");
        await app.Heard(second);
        await app.Do(Staff.Lead, second, "decide-breach", """{"decision":"confirm","reason":"Nothing else is left."}""");
        using var browser = await app.Browse(Staff.Lead);
        var page = await browser.Get("/programme");
        foreach (var said in (string[])["2 people in all", "1 on an agreement now", "0 in breach review", "0 agreements were completed and 1 breached", "What happened to 1 case is still to be recorded. 0 are overdue. See these cases"])
        {
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
        }

        string[] rows = [.. page.Html.QuerySelectorAll("main tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim())))];
        Assert.Subset(rows.ToHashSet(), new HashSet<string> { "Active 1", "Breached 1", "March 2026 0 1", "Kit Worker 1 0 0" });

        Assert.All(page.Html.QuerySelectorAll("main svg[role=img]"), picture => Assert.NotEmpty(picture.GetAttribute("aria-label")!));
        Assert.Equal(2, page.Html.QuerySelectorAll("main svg[role=img]").Length);
        Assert.All(page.Html.QuerySelectorAll("main table"), table => Assert.NotEmpty(table.QuerySelector("caption")!.TextContent));
        Assert.Empty(page.Html.QuerySelectorAll("main [style]"));

        // The one breach of this month is the tallest possible column, and hatched.
        var column = Assert.Single(page.Html.QuerySelectorAll("#endings ~ .chart svg[role=img]")[0].QuerySelectorAll("svg > rect"));
        Assert.Equal(("160", "url(#endings-chart-hatch)"), (column.GetAttribute("height"), column.GetAttribute("fill")));
        Assert.Equal("/workers/kw-1", page.Html.QuerySelector("#workload-table-caption")!.Closest("table")!.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Cases_whose_outcome_is_overdue_are_counted()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Offered();
        await app.Do(Staff.Officer, id, "decline-offer", """{"reason":"Wants the court to decide"}""");
        await app.TravelTo(TestApp.Start + NodaTime.Duration.FromDays(60));
        using var browser = await app.Browse(Staff.Lead);
        var page = await browser.Get("/programme");
        Assert.Contains("What happened to 1 case is still to be recorded. 1 is overdue.", page.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await browser.Get(page.Html.QuerySelector("main a[href*='Outcome=waiting']")!.GetAttribute("href")!)).Status);
    }

    [Fact]
    public async Task Of_many_key_workers_the_busiest_are_shown_and_the_others_on_request()
    {
        await using var app = await TestApp.Begin();
        for (var i = 0; i < 51; i++)
        {
            var id = await app.Offered($"CU-{i}", """[{"kind":"no-reoffending"},{"kind":"supervision"}]""");
            app.KeyWorkers.Add(new StaffRef($"w-{i}", $"Worker {i}"));
            await app.Do(Staff.Officer, id, "sign-agreement", $$$"""{"signedOn":"2026-03-05","keyWorker":{"id":"w-{{{i}}}","name":"Worker {{{i}}}"}}""");
        }

        using var browser = await app.Browse(Staff.Lead);
        var page = await browser.Get("/programme");
        Assert.Equal(50, Workers(page));
        var more = page.Html.QuerySelectorAll("main a").Single(a => a.TextContent == "Show all 51 key workers");
        Assert.Equal(51, Workers(await browser.Get(more.GetAttribute("href")!)));

        static int Workers(Visit visit) => visit.Html.QuerySelectorAll("main tbody a[href^='/workers/']").Length;
    }

    [Fact]
    public async Task Before_the_first_referral_it_says_when_numbers_come()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead);
        Assert.Contains("Nobody has been referred yet.", (await browser.Get("/programme")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sergeant", true)]
    [InlineData("analyst", false)]
    public async Task Others_who_see_figures_open_no_caseloads_and_analysts_see_no_names(string role, bool workload)
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        using var browser = await app.Browse(Staff.All[role]);
        var page = await browser.Get("/programme");
        Assert.Equal(workload, page.Text.Contains("Kit Worker", StringComparison.Ordinal));
        Assert.Null(page.Html.QuerySelector("main a[href^='/workers/']"));
    }

    [Theory]
    [InlineData("worker")]
    [InlineData("officer")]
    [InlineData("provider")]
    public async Task The_rest_do_not_see_it(string role)
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.All[role]);
        Assert.Equal(403, (await browser.Get("/programme")).Status);
        Assert.Null((await browser.Get("/")).Html.QuerySelector("nav a[href='/programme']"));
    }
}
