using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>A mentor from the match to the end and past it: two taps, and nothing of it for anybody else.</summary>
public sealed class MentoringPageTests
{
    [Fact]
    public async Task A_mentor_records_a_meeting_in_two_taps_and_is_refused_told_and_logged_after_the_end()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        var matched = await worker.Fill($"/agreements/{id}/match-mentor", [("Line", Staff.Nurse.Id)]);
        Assert.Equal("The mentor was recorded, and is told.", matched.Banner);

        using var mentor = await app.Browse(Staff.Nurse);
        var home = await mentor.Get("/");
        var tap = home.Html.QuerySelectorAll("main a").Single(a => a.TextContent.StartsWith("Record a meeting", StringComparison.Ordinal)).GetAttribute("href")!;
        var form = await mentor.Get(tap);
        var today = form.Html.QuerySelectorAll<IHtmlInputElement>("main form input[type=text]").Select(field => (field.Name!, field.Value)).ToArray();
        Assert.Equal(["5", "3", "2026"], today.Select(field => field.Value));
        var met = await mentor.Submit(form, [("Chosen", "Met"), .. today]);
        Assert.Equal("The meeting was recorded.", met.Banner);
        Assert.Contains("Once, last on 5 March 2026", (await worker.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);

        var ended = await mentor.Fill($"/agreements/{id}/end-mentoring/1", [("Chosen", "PersonSaysSo")]);
        Assert.Equal(403, (await mentor.Get($"/agreements/{id}")).Status);
        Assert.DoesNotContain("Record a meeting", (await mentor.Get("/")).Text, StringComparison.Ordinal);
        Assert.NotNull(ended);

        var tried = await app.Post(Staff.Nurse, $"/api/v1/agreements/{id}/log-mentor-meeting", """{"number":1,"how":"met","on":"2026-03-05"}""");
        Assert.Equal((409, "mentoring-ended"), (tried.Status, tried.Code));
        Assert.Equal((403, "mentoring-ended"), (await app.Get(Staff.Nurse, $"/api/v1/agreements/{id}")) is var looked ? (looked.Status, looked.Code) : default);
        using var lead = await app.Browse(Staff.Lead);
        Assert.Contains("The former mentor tried to record a meeting after the end", (await lead.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);
        Assert.Contains("Refused: the mentoring has ended.", (await app.Get(Staff.Lead, $"/api/v1/agreements/{id}/access-log")).Json!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty((await app.Stands(id)).Failures);
    }

    [Fact]
    public async Task Nobody_else_of_the_organisation_and_none_of_the_police_learns_of_it()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "match-mentor", """{"mentor":{"id":"pr-3","name":"Nia Nurse"},"organisation":"Clear Start"}""");

        Assert.Equal("Clear Start", (string?)(await app.Get(Staff.Nurse, $"/api/v1/agreements/{id}")).Json!["mentoring"]![0]!["organisation"]);
        var colleague = Staff.Nurse with { Id = "pr-4", Name = "Noa Nurse" };
        Assert.Equal(403, (await app.Get(colleague, $"/api/v1/agreements/{id}")).Status);
        Assert.Equal("not-your-case", (await app.Post(colleague, $"/api/v1/agreements/{id}/log-mentor-meeting", """{"number":1,"how":"met","on":"2026-03-05"}""")).Code);
        Assert.Equal("[]", (await app.Get(colleague, "/api/v1/caseload")).Json!["items"]!.ToJsonString());
        foreach (var other in (Actor[])[Staff.Officer, Staff.Sergeant, Staff.Provider, Staff.Facilitator])
        {
            Assert.DoesNotContain("mentor", (await app.Get(other, $"/api/v1/agreements/{id}")).Json!.ToJsonString(), StringComparison.OrdinalIgnoreCase);
            var timeline = await app.Get(other, $"/api/v1/agreements/{id}/timeline");
            Assert.True(timeline.Status == 403 || !timeline.Json!.ToJsonString().Contains("mentor", StringComparison.OrdinalIgnoreCase), other.Id);
        }

        Assert.Equal("staff-unknown", (await app.Post(Staff.Worker, $"/api/v1/agreements/{id}/match-mentor", """{"mentor":{"id":"nobody","name":"No Body"},"organisation":"Clear Start"}""")).Code);
    }
}
