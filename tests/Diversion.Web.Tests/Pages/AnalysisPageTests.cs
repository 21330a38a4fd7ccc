using AngleSharp.Dom;
using Diversion.Casework.Streams;
using Diversion.Domain.Trials;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>The evaluation as pages, on paper and as a file.</summary>
public sealed class AnalysisPageTests
{
    private static readonly string[] Sections = ["baseline", "outcomes", "subgroups", "harm", "process", "victims", "money", "fairness"];

    [Fact]
    public async Task An_analyst_comes_to_the_answer_in_one_click_and_to_each_part_in_one_more()
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        using var browser = await app.Browse(Staff.Analyst);
        var link = (await browser.Get("/")).Html.QuerySelectorAll("main a").First(a => a.TextContent == "See what the effect was, and how sure we are");
        var page = await browser.Get(link.GetAttribute("href")!);
        Assert.Equal((200, "What was the effect, and how sure are we?"), (page.Status, page.Html.QuerySelector("h1")!.TextContent));
        Assert.Contains("Not yet known", page.Text, StringComparison.Ordinal);

        string[] parts = [.. page.Html.QuerySelectorAll("nav[aria-label='Parts of the analysis'] a[href^='/analysis/']").Select(a => a.GetAttribute("href")!)];
        Assert.Subset(parts.ToHashSet(), Sections.Select(section => $"/analysis/{section}").ToHashSet());
        foreach (var part in parts.Where(part => Sections.Any(section => part.EndsWith(section, StringComparison.Ordinal))))
        {
            var read = await browser.Get(part);
            Assert.Equal(200, read.Status);
            Assert.Empty(read.Html.QuerySelectorAll("main [style], main script"));
            Assert.All(read.Html.QuerySelectorAll("main table"), table => Assert.NotEmpty(table.QuerySelector("caption")!.TextContent));
            Assert.Contains("data as of", read.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_number_can_be_opened_to_see_how_it_was_made()
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        using var browser = await app.Browse(Staff.Lead);
        var page = await browser.Get("/analysis/process");
        var made = page.Html.QuerySelectorAll("details.analysis__how").First(details => details.TextContent.Contains("people with a warning that stood", StringComparison.Ordinal));
        Assert.Subset(
            made.QuerySelectorAll("dt").Select(term => term.TextContent).ToHashSet(), new HashSet<string> { "Definition", "Counted", "Left out", "Method", "Computed by", "Data as of" });
        Assert.Contains("0 of 1", made.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_is_whole_in_itself_and_names_nobody()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Analyst);
        var file = await browser.Get("/analysis/document/save?months=24");
        Assert.Equal(200, file.Status);
        Assert.Empty(file.Html.QuerySelectorAll("script, link, img, [src]"));
        Assert.All(file.Html.QuerySelectorAll("a"), a => Assert.StartsWith("#", a.GetAttribute("href")!, StringComparison.Ordinal));
        Assert.Equal(10, file.Html.QuerySelectorAll("h2").Length);
        foreach (var secret in (string[])[id, "Pat Participant", "Kit Worker", "kw-1"])
        {
            Assert.DoesNotContain(secret, file.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        Assert.Equal(200, (await browser.Get("/analysis/document")).Status);
        Assert.Equal(404, (await browser.Get("/analysis/document/other")).Status);
        Assert.Equal(404, (await browser.Get("/analysis/nothing")).Status);
    }

    [Fact]
    public async Task Before_the_first_referral_every_part_says_that_there_is_nothing()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Analyst);
        foreach (var part in Sections)
        {
            var page = await browser.Get($"/analysis/{part}");
            Assert.Equal(200, page.Status);
            Assert.DoesNotContain("NaN", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task While_the_trial_runs_a_lead_sees_the_flow_and_no_outcome_by_arm()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Eligible();
        await app.OpenTrial();
        await app.Do(Staff.Officer, id, "allocate-arm", """{"researchConsent":true}""");
        using var lead = await app.Browse(Staff.Lead);
        var seen = await lead.Get("/analysis");
        Assert.Contains("The trial has not closed.", seen.Text, StringComparison.Ordinal);
        Assert.NotNull(seen.Html.QuerySelector("#flow-picture svg[role=img]"));
        Assert.Null(seen.Html.QuerySelector("#survival-picture"));
        Assert.Contains("shown to the analyst alone until the trial closes", (await lead.Get("/analysis/outcomes")).Text, StringComparison.Ordinal);

        using var analyst = await app.Browse(Staff.Analyst);
        Assert.DoesNotContain("Until then only the analyst sees", (await analyst.Get("/analysis")).Text, StringComparison.Ordinal);

        await app.Trials.Execute(new TrialId("pages"), new TrialCommand.CloseTrial() { By = Staff.Lead, At = app.Clock.GetCurrentInstant(), Reason = "Enough people." });
        Assert.DoesNotContain("The trial has not closed.", (await lead.Get("/analysis")).Text, StringComparison.Ordinal);
    }
}
