using Diversion.Domain.DataRights;
using Diversion.Web.Tests.Hosting;
using static Diversion.Web.Tests.Hosting.Submitting;

namespace Diversion.Web.Tests.Pages;

/// <summary>What the person asks of their record, from the day it comes to the answer.</summary>
public sealed class DataRequestPageTests
{
    [Fact]
    public async Task What_the_person_disputes_is_seen_on_the_case_until_a_lead_decides_and_afterwards()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var officer = await app.Browse(Staff.Officer);

        var made = await officer.Fill($"/agreements/{id}/record-correction-request", [.. Date("Day", 5, 3), ("Note", "I never lived in Gilesgate.")]);

        Assert.Equal("What the person says is wrong was recorded. The programme leads are told.", made.Banner);
        Assert.Contains("A programme lead answers the request by 5pm on Tuesday 7 April 2026", made.Text, StringComparison.Ordinal);
        using var worker = await app.Browse(Staff.Worker);
        Assert.Equal(["Disputed", "I never lived in Gilesgate."], Shown(await worker.Get($"/agreements/{id}/whole")));

        using var lead = await app.Browse(Staff.Lead);
        Assert.Contains("asked to correct the record (request 1", (await lead.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);
        await lead.Fill($"/agreements/{id}/extend-data-request/1", [("Reason", "Letters from the council are awaited.")]);
        var answered = await lead.Fill(
            $"/agreements/{id}/answer-correction-request/1", [("Chosen", "NotCorrected"), .. Date("Day", 5, 3), ("Note", "The council says that she did.")]);

        Assert.Equal("The answer was recorded.", answered.Banner);
        Assert.Equal(["Not corrected", "I never lived in Gilesgate.", "The council says that she did."], Shown(await worker.Get($"/agreements/{id}/whole")));
        Assert.True((await app.Stands(id)).DataRequests.Single() is { Extended: true, Answered.By: var by } && by == Staff.Lead.Name);
    }

    [Fact]
    public async Task Partners_are_told_nothing_of_it()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "record-access-request", """{"receivedOn":"2026-03-05","what":"Her brother asks for her."}""");

        var seen = await app.Get(Staff.Provider, $"/api/v1/agreements/{id}");

        Assert.Equal((200, null), (seen.Status, seen.Json!["dataRequests"]));
        Assert.DoesNotContain("brother", seen.Json.ToJsonString(), StringComparison.Ordinal);
        var read = (await app.Get(Staff.Worker, $"/api/v1/agreements/{id}")).Json!["dataRequests"]![0]!;
        Assert.Equal(("access", "Her brother asks for her."), ((string?)read["kind"], (string?)read["what"]));
    }

    private static string[] Shown(Visit page) =>
        [.. page.Html.QuerySelector("#data-requests")!.NextElementSibling!.QuerySelectorAll("strong.govuk-tag, .kept-text").Select(one => one.TextContent.Trim())];
}
