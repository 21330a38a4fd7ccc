using AngleSharp.Dom;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>A sitting of the scrutiny panel on the pages: from the plan to what the officer reads.</summary>
public sealed class ScrutinyPageTests
{
    private static readonly Instant AfterQuarter = Instant.FromUtc(2026, 4, 9, 10, 0);

    [Fact]
    public async Task A_lead_plans_and_draws_members_judge_and_the_officer_reads_what_the_panel_says()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await Drawn(app);
        using var lead = await app.Browse(Staff.Lead);

        foreach (var member in Staff.Panel.Take(2))
        {
            using var panel = await app.Browse(member);
            var home = await panel.Get("/");
            Assert.Equal("Scrutiny panel", home.Html.QuerySelector("h1")!.TextContent);
            var sheet = await panel.Get(home.Html.QuerySelector("main table a")!.GetAttribute("href") + "/cases/1");
            Assert.Equal(422, (await panel.Submit(sheet, "form[action*='handler=Own']", ("Verdict", "Inappropriate"))).Status);
            var given = await panel.Submit(sheet, "form[action*='handler=Own']", ("Verdict", "AppropriateWithObservations"), ("Observations", "The reasons are <b>thin</b>"));
            Assert.Equal("Your verdict was kept.", given.Banner);
            Assert.Contains("The reasons are <b>thin</b>", given.Text, StringComparison.Ordinal);
            Assert.Null(given.Html.QuerySelector("input[name=Verdict]"));
        }

        var recorded = await lead.Submit(await lead.Get("/scrutiny/2026-q1/cases/1"), "form[action*='handler=Panel']", ("Verdict", "AppropriateWithObservations"), ("Feedback", "Write the reasons down."));
        Assert.Equal("The panel’s verdict was recorded, and the officer is told.", recorded.Banner);
        var closed = await lead.Submit(await lead.Get("/scrutiny/2026-q1"), "form[action*='handler=Close']");
        Assert.Contains("Drawn again from the opened seed: the same cases", closed.Text, StringComparison.Ordinal);

        using var officer = await app.Browse(Staff.Officer);
        Assert.Contains("A scrutiny panel has looked at a case of yours", (await officer.Get("/")).Text, StringComparison.Ordinal);
        var feedback = await officer.Get("/panel-feedback");
        Assert.Contains("Write the reasons down.", feedback.Text, StringComparison.Ordinal);
        Assert.Contains(id, feedback.Text, StringComparison.Ordinal);
        var read = await officer.Submit(feedback, "main form");
        Assert.Contains("You read this on", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("has looked at a case of yours", (await officer.Get("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_panel_member_who_follows_every_link_comes_to_no_name_address_or_reference()
    {
        await using var app = await TestApp.Begin();
        var person = Cases.Person.Replace("Sam Person", "Ulrich Quendelbaum", StringComparison.Ordinal).Replace("1 Secret Street", "7 Thornback Mews, Esh", StringComparison.Ordinal);
        var offence = Cases.Offence.Replace("Theft from a shop", "Ulrich (ulrich@example.net, 07700 900456, PNC 20/9N) took a coat from VicTim of Thornback Mews; O l i v e saw it. See CU-1.", StringComparison.Ordinal);
        var id = (await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-1", person, offence)))["agreement"].GetValue<string>();
        await app.Assessed(id);
        await app.Do(Staff.Sergeant, id, "approve-eligibility", "{}");
        await app.Do(Staff.Officer, id, "make-offer", $$"""{"conditions":{{Cases.AllConditions}}}""");
        await app.Do(Staff.Officer, id, "sign-agreement", """{"signedOn":"2026-03-05","keyWorker":{"id":"kw-1","name":"Kit Worker","team":"north"}}""");
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Quendelbaum's cousin Vic says Kit never met him at Thornback. <script>alert(1)</script>"}""");
        await Drawn(app);

        using var panel = await app.Browse(Staff.PanelMember);
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(["/"]));
        while (open.TryDequeue(out var address))
        {
            if (!seen.Add(address) || address.StartsWith("/sign-", StringComparison.Ordinal))
            {
                continue;
            }

            var page = await panel.Get(address);
            Assert.True(page.Status == 200, $"{address}: {page.Status}");
            Assert.Null(page.Html.QuerySelector("main script"));
            foreach (var hidden in (string[])["Ulrich", "Quendelbaum", "Thornback", "Esh,", "900456", "20/9N", "CU-1", "VicTim", "Vic Tim", "Vic ", "l i v e", "ulrich", "quendelbaum", "thornback", "Olive", "Sara", "Kit ", "Fay ", "Green Spaces", id])
            {
                Assert.False(page.Html.DocumentElement.OuterHtml.Contains(hidden, StringComparison.Ordinal), $"{address} says {hidden}");
            }

            foreach (var link in page.Html.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]).Where(link => !link.StartsWith("/assets", StringComparison.Ordinal)))
            {
                open.Enqueue(link);
            }
        }

        Assert.Contains("/scrutiny/2026-q1/cases/1", seen);
        Assert.Contains("/scrutiny/2026-q1/paper", seen);
        foreach (var closed in (string[])[$"/agreements/{id}", "/register", "/search", "/analysis", "/board-pack", "/programme", $"/agreements/{id}/timeline"])
        {
            Assert.Equal(403, (await panel.Get(closed)).Status);
        }

        Assert.Equal(403, (await app.Get(Staff.PanelMember, $"/api/v1/agreements/{id}")).Status);
        Assert.Equal(403, (await app.Get(Staff.PanelMember, "/api/v1/register")).Status);
    }

    [Fact]
    public async Task A_faulty_plan_and_a_late_verdict_are_told_in_words()
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        using var lead = await app.Browse(Staff.Lead);
        var form = await lead.Get("/scrutiny");
        Assert.Equal(422, (await lead.Submit(form, "main form", ("Quarter", "2026-q1"), ("Size", "0"), ("Chosen", "pm-1"))).Status);
        Assert.Equal(404, (await lead.Get("/scrutiny/spring")).Status);
        var planned = await Plan(lead);
        var early = await lead.Submit(planned, "form[action*='handler=Draw']");
        Assert.Equal(422, early.Status);
        Assert.Contains("The quarter ends on 31 March 2026", early.Text, StringComparison.Ordinal);
        var closed = await lead.Submit(planned, "form[action*='handler=Close']");
        Assert.Equal("The sitting is closed, and the seed is opened.", closed.Banner);
        using var panel = await app.Browse(Staff.PanelMember);
        Assert.Equal(404, (await panel.Get("/scrutiny/2026-q1/cases/1")).Status);
    }

    private static async Task Drawn(TestApp app)
    {
        using var lead = await app.Browse(Staff.Lead);
        await Plan(lead);
        await app.TravelTo(AfterQuarter);
        var drawn = await lead.Submit(await lead.Get("/scrutiny/2026-q1"), "form[action*='handler=Draw']");
        Assert.Equal("The cases are drawn.", drawn.Banner);
    }

    private static async Task<Visit> Plan(Browser lead)
    {
        var planned = await lead.Submit(await lead.Get("/scrutiny"), "main form", ("Quarter", "2026-q1"), ("Size", "5"), ("Chosen", "pm-1"), ("Chosen", "pm-2"));
        Assert.Equal("The sitting is planned, and its seal is published.", planned.Banner);
        return planned;
    }
}
