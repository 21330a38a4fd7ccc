using System.Text;
using AngleSharp.Dom;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

public sealed class RegisterTests
{
    private const string Why = "The yearly report to the board";

    [Theory]
    [InlineData("", 2)]
    [InlineData("?Status=Active", 1)]
    [InlineData("?Status=Referred&Offence=theft", 1)]
    [InlineData("?Status=Completed", 0)]
    [InlineData("?Risk=Medium", 1)]
    [InlineData("?Scheme=checkpoint", 2)]
    [InlineData("?Scheme=turning-point", 0)]
    [InlineData("?Worker=kw-1", 1)]
    [InlineData("?Team=north-police", 2)]
    [InlineData("?Team=south-police", 0)]
    [InlineData("?From.Day=5&From.Month=3&From.Year=2026", 2)]
    [InlineData("?To.Day=4&To.Month=3&To.Year=2026", 0)]
    [InlineData("?Status=nonsense&Risk=7", 2)]
    public async Task The_register_is_filtered_by_the_address(string filter, int cases)
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        await app.Referred("CU-2");
        using var browser = await app.Browse(Staff.Sergeant);
        var page = await browser.Get($"/register{filter}");
        Assert.Equal((200, cases), (page.Status, page.Html.QuerySelectorAll("tbody tr").Length));
        Assert.Equal(cases == 0, page.Text.Contains("No case matches the filter", StringComparison.Ordinal));
        Assert.Equal(cases, (await Csv(browser, filter)).Length - 1);
    }

    [Fact]
    public async Task Invalid_dates_are_reported_and_kept()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead);
        const string filter = "?From.Day=31&From.Month=2&From.Year=2026&To.Day=1";
        var page = await browser.Get($"/register{filter}");
        Assert.Equal(422, page.Status);
        Assert.Equal(["First day must be a real date", "Last day must include a month and a year"], page.Faults.Order());
        Assert.Equal("31", page.Html.QuerySelector("input[name='From.Day']")!.GetAttribute("value"));
        Assert.StartsWith("/register?", (await browser.Get($"/register/download{filter}")).Address, StringComparison.Ordinal);
        Assert.StartsWith("/register?", (await browser.Get($"/register/table{filter}")).Address, StringComparison.Ordinal);

        var turned = await browser.Get("/register?From.Day=2&From.Month=3&From.Year=2026&To.Day=1&To.Month=3&To.Year=2026");
        Assert.Equal(["Last day must not be before the first day"], turned.Faults);
    }

    [Fact]
    public async Task Pages_keep_the_filter_and_the_file_has_all_of_them()
    {
        await using var app = await TestApp.Begin();
        for (var i = 0; i < 51; i++)
        {
            await app.Referred($"CU-{i}");
        }

        using var browser = await app.Browse(Staff.Officer);
        var first = await browser.Get("/register?Status=Referred");
        var next = first.Html.QuerySelector(".govuk-pagination__next a")!.GetAttribute("href")!;
        Assert.Contains("Status=Referred", next, StringComparison.Ordinal);
        var second = await browser.Get(next);
        Assert.Equal((50, 1), (first.Html.QuerySelectorAll("tbody tr").Length, second.Html.QuerySelectorAll("tbody tr").Length));
        Assert.Null(second.Html.QuerySelector(".govuk-pagination__next"));
        Assert.Equal(52, (await Csv(browser, "?Status=Referred")).Length);
    }

    [Fact]
    public async Task An_analyst_sees_pseudonyms_and_exports_no_more()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Analyst);
        var home = await browser.Get("/");
        foreach (var link in home.Html.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!))
        {
            Assert.Equal(200, (await browser.Get(link)).Status);
        }

        var page = await browser.Get("/register");
        var row = Assert.Single(page.Html.QuerySelectorAll("tbody tr"));
        Assert.StartsWith("P-", row.Children[0].TextContent.Trim(), StringComparison.Ordinal);
        var csv = await Csv(browser, "");
        foreach (var hidden in (string[])["Sam", id, "Kit Worker", "kw-1", "po-1", "north"])
        {
            Assert.DoesNotContain(hidden, page.Html.QuerySelector("main")!.OuterHtml, StringComparison.Ordinal);
            Assert.DoesNotContain(csv, line => line.Contains(hidden, StringComparison.Ordinal));
        }

        Assert.Single((await browser.Get("/register?Worker=kw-2&Team=elsewhere")).Html.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task The_file_is_one_that_spreadsheets_open_and_nobody_keeps()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Sergeant);
        var ready = await browser.Submit(await browser.Get("/register/download"), ("Reason", Why));
        Assert.Equal(("/register/download/ready", "The table is ready – Diversion"), (ready.Address, ready.Title));
        var file = await browser.Get("/register/table");
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), file.Body[..3]);
        Assert.Equal("no-store", file.Headers.CacheControl!.ToString());
        var lines = await Csv(browser, "");
        Assert.Equal("Reference,Name,Status,Scheme,Offence group,Risk band,Referred on,Team,Key worker,Charge by,Last day,Ended on", lines[0]);
        Assert.StartsWith($"{id},Sam Person,active,checkpoint/", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Enter the reason")]
    [InlineData("Because", "Reason must be 10 characters or more")]
    public async Task Nothing_is_exported_without_a_reason(string reason, string fault)
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        using var browser = await app.Browse(Staff.Lead);
        var form = await browser.Get("/register/download?Status=Active");
        Assert.Contains("All cases. Status: Active", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sam", form.Text, StringComparison.Ordinal);
        var again = await browser.Submit(form, ("Reason", reason));
        Assert.Equal((422, fault), (again.Status, Assert.Single(again.Faults)));
        Assert.Contains("All cases. Status: Active", again.Text, StringComparison.Ordinal);
        Assert.Equal("/register/download?Status=Active", (await browser.Get("/register/table?Status=Active")).Address);
        Assert.Equal("Download cases – Diversion", (await browser.Get("/register/download/ready")).Title);
        Assert.Contains("Nobody has downloaded cases yet.", (await browser.Get("/register/downloads")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exports_are_shown_to_those_responsible_with_reason_and_filter()
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        Assert.Equal(2, (await Csv(worker, "?Status=Active&Risk=Medium&From.Day=1&From.Month=3&From.Year=2026")).Length);
        Assert.Equal(403, (await worker.Get("/register/downloads")).Status);
        Assert.DoesNotContain("See who downloaded", (await worker.Get("/register")).Text, StringComparison.Ordinal);

        using var lead = await app.Browse(Staff.Lead);
        Assert.Equal("/register/downloads", (await lead.Get("/register")).Html.QuerySelector("main > p:last-child a")!.GetAttribute("href"));
        var row = Assert.Single((await lead.Get("/register/downloads")).Html.QuerySelectorAll("tbody tr"));
        Assert.Equal(
            ["10am today", "Kit WorkerKey worker", "Own cases. Status: Active. Risk band: Medium. Referred from: 1 March 2026", Why],
            row.Children.Select(cell => cell.TextContent));
    }

    [Theory]
    [InlineData("provider")]
    [InlineData("facilitator")]
    public async Task Partners_have_no_register(string role)
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.All[role]);
        Assert.Equal(403, (await browser.Get("/register")).Status);
        Assert.Equal(403, (await browser.Get("/register/download")).Status);
        Assert.Equal(403, (await browser.Get("/register/table")).Status);
        Assert.DoesNotContain("Register", (await browser.Get("/")).Html.QuerySelector("#navigation")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_yet_says_how_a_case_comes_here()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead);
        Assert.Contains("as soon as the police refer somebody", (await browser.Get("/register")).Text, StringComparison.Ordinal);
    }

    private static async Task<string[]> Csv(Browser browser, string filter)
    {
        var ready = await browser.Submit(await browser.Get($"/register/download{filter}"), ("Reason", Why));
        var file = await browser.Get(ready.Html.QuerySelector("main a.govuk-button")!.GetAttribute("href")!);
        Assert.Equal(200, file.Status);
        return Encoding.UTF8.GetString(file.Body[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
