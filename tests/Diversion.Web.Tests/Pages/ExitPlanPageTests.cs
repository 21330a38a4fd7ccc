using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;
using NodaTime;
using static Diversion.Web.Tests.Hosting.Submitting;

namespace Diversion.Web.Tests.Pages;

/// <summary>What goes on after the last day, from the first entry to the last call.</summary>
public sealed class ExitPlanPageTests
{
    /// <summary>It is kept when the term ends.</summary>
    private const string NothingElse = """[{"kind":"no-reoffending"}]""";

    [Fact]
    public async Task The_worker_writes_it_agrees_it_has_them_meet_and_rings_after_the_end()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed(conditions: NothingElse);
        using var worker = await app.Browse(Staff.Worker);
        var added = await worker.Fill($"/agreements/{id}/plan-continuation", [("Note", "Drop-in on Mondays"), ("Line", "Harbour, Jo"), .. Date("OtherDay", 13, 7)]);
        Assert.Equal("It was added to the exit plan.", added.Banner);
        await worker.Fill($"/agreements/{id}/agree-exit-plan", [("Line", "Kit, 0191 496 0000"), .. Date("Day", 5, 3)]);
        await worker.Fill($"/agreements/{id}/record-warm-handover/1", [("Line", "Jo of Harbour"), .. Date("Day", 5, 3)]);
        var page = await worker.Get($"/agreements/{id}/conditions");
        Assert.Contains("The person agreed to it on 5 March 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("5 March 2026, Jo of Harbour", page.Text, StringComparison.Ordinal);

        await app.TravelTo(Instant.FromUtc(2026, 8, 3, 9, 0));
        var home = await worker.Get("/");
        Assert.Contains("Ring the person after the end", home.Text, StringComparison.Ordinal);
        var link = home.Html.QuerySelectorAll("main a").First(a => a.TextContent.StartsWith("Record a call after the end", StringComparison.Ordinal)).GetAttribute("href")!;
        var rung = await worker.Submit(await worker.Get(link), [("Chosen", "Reached"), ("Note", "Goes there each week."), .. Date("Day", 3, 8)]);
        Assert.Equal("The call was recorded. It does not count for or against the person.", rung.Banner);
        Assert.DoesNotContain("Ring the person after the end", (await worker.Get("/")).Text, StringComparison.Ordinal);
        Assert.Empty((await app.Stands(id)).Failures);
    }

    [Fact]
    public async Task A_completion_without_a_plan_is_in_the_lead_s_inbox_and_mail()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed(conditions: NothingElse);
        await app.TravelTo(Instant.FromUtc(2026, 7, 6, 9, 0));
        Assert.Equal(AgreementStatus.Completed, (await app.Stands(id)).Status);
        using var lead = await app.Browse(Staff.Lead);
        Assert.Contains("Completed without an exit plan", (await lead.Get("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Police_and_partners_learn_nothing_of_it_and_hostile_text_stays_text()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        const string script = "<script>alert(1)</script>";
        await app.Do(Staff.Worker, id, "plan-continuation", $$"""{"what":"{{script}}","with":"Clear Start recovery"}""");
        await app.Do(Staff.Worker, id, "agree-exit-plan", """{"on":"2026-03-05","caller":"Kit"}""");
        using var worker = await app.Browse(Staff.Worker);
        Assert.Contains(script, (await worker.Get($"/agreements/{id}/conditions")).Text, StringComparison.Ordinal);

        foreach (var other in (Actor[])[Staff.Officer, Staff.Sergeant, Staff.Provider, Staff.Facilitator])
        {
            Assert.DoesNotContain("recovery", (await app.Get(other, $"/api/v1/agreements/{id}")).Json!.ToJsonString(), StringComparison.OrdinalIgnoreCase);
            var timeline = await app.Get(other, $"/api/v1/agreements/{id}/timeline");
            Assert.True(timeline.Status == 403 || !timeline.Json!.ToJsonString().Contains("exit plan", StringComparison.OrdinalIgnoreCase), other.Id);
            Assert.Equal(403, (await app.Post(other, $"/api/v1/agreements/{id}/plan-continuation", """{"what":"Choir","with":"St Giles"}""")).Status);
        }

        await app.TravelTo(Instant.FromUtc(2026, 4, 17, 9, 0));
        Assert.DoesNotContain("exit-plan", (await app.Get(Staff.Officer, "/api/v1/caseload")).Json!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("text-invalid", (await app.Post(Staff.Worker, $"/api/v1/agreements/{id}/plan-continuation", """{"what":"Drop\u202ein","with":"Harbour"}""")).Code);
        Assert.Equal(400, (await app.Post(Staff.Worker, $"/api/v1/agreements/{id}/record-follow-up-call", """{"weeks":4,"result":"burned","on":"2026-04-17"}""")).Status);
    }
}
