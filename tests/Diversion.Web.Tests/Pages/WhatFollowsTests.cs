using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>What will follow is shown before a form of the enrolment is sent, or a case is given to somebody else.</summary>
public sealed class WhatFollowsTests
{
    [Fact]
    public async Task Each_decision_of_the_enrolment_says_what_will_follow()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        await app.Assessed(id);
        using var officer = await app.Browse(Staff.Officer);
        using var sergeant = await app.Browse(Staff.Sergeant);
        Assert.Contains("The officer can make an offer.", await Follows(sergeant, $"/agreements/{id}/approve-eligibility"), StringComparison.Ordinal);
        Assert.Contains("must record what happened to the case by", await Follows(officer, $"/agreements/{id}/find-not-eligible"), StringComparison.Ordinal);

        await app.Do(Staff.Sergeant, id, "approve-eligibility", "{}");
        await app.Do(Staff.Officer, id, "make-offer", $$"""{"conditions":{{Cases.AllConditions}}}""");
        var signing = await Follows(officer, $"/agreements/{id}/sign-agreement");
        Assert.Contains("The agreement runs to the end of 5 July 2026.", signing, StringComparison.Ordinal);
        Assert.Contains("Tag monitoring: have the tag fitted by", signing, StringComparison.Ordinal);
        Assert.Contains("The victim must be told about the decision by", signing, StringComparison.Ordinal);
        Assert.Contains("must record what happened to the case by", await Follows(officer, $"/agreements/{id}/decline-offer"), StringComparison.Ordinal);

        var signed = await officer.Fill($"/agreements/{id}/sign-agreement", [("KeyWorker", "kw-1"), .. Submitting.Date("SignedOn", 5, 3)]);
        Assert.Contains("The agreement runs to the end of 5 July 2026.", signed.Html.QuerySelector(".govuk-notification-banner")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Covering_a_case_and_passing_it_on_say_what_will_follow()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Signed("CU-2");
        using var lead = await app.Browse(Staff.Lead);
        Assert.Contains("The cover ends by itself after its last day.", await Follows(lead, $"/agreements/{id}/cover-case"), StringComparison.Ordinal);
        Assert.Contains("The person gets another key worker", await Follows(lead, $"/agreements/{id}/change-key-worker"), StringComparison.Ordinal);

        var check = await lead.Fill("/workers/kw-1/pass-on", ("Cases", "all"), ("To", "kw-2"), ("For", "good"), ("Reason", "On leave"));
        Assert.Contains("The person gets another key worker", check.Html.QuerySelector("#what-will-follow")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_victim_who_changes_their_mind_is_shown_on_the_list_of_the_facilitator()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Facilitator, id, "record-victim-contact", """{"conditionId":"restorative-justice","on":"2026-03-05"}""");
        await app.Do(Staff.Facilitator, id, "record-victim-answer", """{"conditionId":"restorative-justice","accepts":true,"process":"letter"}""");
        var views = await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/record-victim-views", """{"views":"I would rather not","wantsRestorativeJustice":false}""");
        Assert.Equal(200, views.Status);

        using var facilitator = await app.Browse(Staff.Facilitator);
        Assert.Contains("The victim changed their mind: they do not want restorative justice", (await facilitator.Get("/")).Text, StringComparison.Ordinal);
        using var worker = await app.Browse(Staff.Worker);
        Assert.Contains("The victim changed their mindThey do not want restorative justice now", (await worker.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        await facilitator.Fill($"/agreements/{id}/record-victim-withdrawal/restorative-justice");
        Assert.DoesNotContain("changed their mind", (await facilitator.Get("/")).Text, StringComparison.Ordinal);
        Assert.Empty((await app.Stands(id)).Failures);
    }

    private static async Task<string> Follows(Browser browser, string address)
    {
        var page = await browser.Get(address);
        Assert.True(page.Status == 200, $"{address}: {page.Status} {page.Text}");
        return page.Html.QuerySelector("#what-will-follow")?.TextContent ?? $"{address} says nothing of what will follow.";
    }
}
