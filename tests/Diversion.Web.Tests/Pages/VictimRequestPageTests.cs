using Diversion.Domain.Victim;
using Diversion.Web.Tests.Hosting;
using static Diversion.Web.Tests.Hosting.Submitting;

namespace Diversion.Web.Tests.Pages;

/// <summary>What a victim complains of, from the recording to the answer. The shipped schemes grant no review.</summary>
public sealed class VictimRequestPageTests
{
    [Fact]
    public async Task A_complaint_is_recorded_acknowledged_and_answered_by_somebody_above_and_no_facilitator_sees_it()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Officer);

        var form = await browser.Get($"/agreements/{id}/record-victim-request/1");
        Assert.Contains("The team manager acknowledges", form.Html.QuerySelector("#what-will-follow")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("does not grant victims a review", form.Text, StringComparison.Ordinal);
        Assert.True(form.Html.QuerySelector("input[name=Kind][value=Review]")!.HasAttribute("disabled"));
        (string, string)[] asked = [("Kind", "Complaint"), ("About", "Why is there no charge?"), .. Date("On", 5, 3)];
        Assert.StartsWith("Nobody in the scheme", Assert.Single((await browser.Submit(form, [.. asked, ("Decider", "ACC Sam Stone")])).Faults), StringComparison.Ordinal);
        var saved = await browser.Submit(form, [.. asked, ("Decider", "Sergeant Sam Stone")]);
        Assert.Equal("The request of the victim was saved.", saved.Banner);
        Assert.Contains("The team manager acknowledges the request by", saved.Html.QuerySelector(".govuk-notification-banner")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Not acknowledged yet.", (await browser.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);

        Assert.Empty((await browser.Submit(await browser.Get($"/agreements/{id}/acknowledge-victim-request/1-1"), [("Chosen", "Letter"), .. Date("Day", 5, 3)])).Faults);
        var answer = await browser.Get($"/agreements/{id}/answer-victim-request/1-1");
        Assert.Contains("Why is there no charge?", answer.Text, StringComparison.Ordinal);
        (string, string)[] told = [("Outcome", "NotUpheld"), ("How", "Letter"), ("ByWhom", "Olive Officer"), .. Date("On", 5, 3)];
        Assert.StartsWith("What somebody of the rank Sergeant decided", Assert.Single((await browser.Submit(answer, [.. told, ("Reviewer", "Sergeant Evelyn Moss")])).Faults), StringComparison.Ordinal);
        Assert.StartsWith("The reviewer had a part in this case", Assert.Single((await browser.Submit(answer, [.. told, ("Reviewer", "Inspector Olive Officer")])).Faults), StringComparison.Ordinal);
        Assert.Empty((await browser.Submit(answer, [.. told, ("Reviewer", "Inspector Evelyn Moss")])).Faults);

        Assert.Equal(VictimRequestOutcome.NotUpheld, Assert.Single((await app.Stands(id)).Victims.Only!.Requests).Outcome);
        Assert.Contains("not upheld, looked at by Inspector Evelyn Moss", (await browser.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        Assert.Equal(409, (await browser.Get($"/agreements/{id}/answer-victim-request/1-1")).Status);

        using var facilitator = await app.Browse(Staff.Facilitator);
        Assert.DoesNotContain("Why is there no charge?", (await facilitator.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("no charge", (await app.Get(Staff.Facilitator, $"/api/v1/agreements/{id}")).Json!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(403, (await facilitator.Get($"/agreements/{id}/record-victim-request/1")).Status);
    }

    [Fact]
    public async Task One_that_is_withdrawn_says_why()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Officer, id, "record-victim-request", """{"victim":1,"kind":"complaint","about":"Nobody rang","decider":"Sergeant Sam Stone"}""");
        using var browser = await app.Browse(Staff.Officer);

        var form = await browser.Get($"/agreements/{id}/answer-victim-request/1-1");
        (string, string)[] withdrawn = [("Outcome", "Withdrawn"), ("How", "Letter"), ("ByWhom", "Olive Officer"), .. Date("On", 5, 3)];
        Assert.Equal("Enter why it is withdrawn", Assert.Single((await browser.Submit(form, withdrawn)).Faults));
        Assert.Equal("The answer to the victim was saved.", (await browser.Submit(form, [.. withdrawn, ("Reason", "Somebody rang today")])).Banner);
    }
}
