using System.Text.Json;
using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;
using static Diversion.Web.Tests.Hosting.Submitting;

namespace Diversion.Web.Tests.Pages;

/// <summary>A nurse's health check from the offer to what came of it, and who learns what of it.</summary>
public sealed class HealthCheckPageTests
{
    [Fact]
    public async Task A_nurse_does_it_from_the_home_page_and_records_where_to_and_what_came_of_it()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        var offered = await worker.Fill($"/agreements/{id}/offer-health-check", [("Line", "Clear Start")]);
        Assert.Equal("The offer was recorded. Record what the person says.", offered.Banner);
        using var nurse = await app.Browse(Staff.Nurse);
        Assert.Equal(403, (await nurse.Get($"/agreements/{id}")).Status);

        var answered = await worker.Fill($"/agreements/{id}/answer-health-check", [("Chosen", "yes")]);
        Assert.Contains("does not count for or against", answered.Banner!, StringComparison.Ordinal);
        var home = await nurse.Get("/");
        Assert.Contains("Do the health check", home.Text, StringComparison.Ordinal);
        Assert.Contains("Health check", home.Html.QuerySelector("#referrals-list-caption")!.ParentElement!.TextContent, StringComparison.Ordinal);
        var link = (await nurse.Get($"/agreements/{id}/whole")).Html.QuerySelectorAll("main a").First(a => a.TextContent.StartsWith("Record that the health check was done", StringComparison.Ordinal)).GetAttribute("href")!;
        await nurse.Submit(await nurse.Get(link), Date("Day", 5, 3));
        await nurse.Fill($"/agreements/{id}/refer-onward", [("Chosen", "CommunityMentalHealth"), .. Date("Day", 5, 3)]);
        Assert.Contains("Community mental health team", (await nurse.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        var known = await nurse.Fill($"/agreements/{id}/record-onward-outcome/1", [("Chosen", "TakenUp")]);
        Assert.Equal("It was recorded what came of it.", known.Banner);
        Assert.DoesNotContain("Record what came of an onward referral", (await nurse.Get("/")).Text, StringComparison.Ordinal);

        // Supervision is told that there was one.
        var seen = await worker.Get($"/agreements/{id}/whole");
        Assert.Equal("1", seen.Html.QuerySelector("#health-check")!.ParentElement!.QuerySelectorAll(".govuk-summary-list__row").Single(row => row.TextContent.Contains("Onward referrals", StringComparison.Ordinal)).QuerySelector("dd")!.TextContent.Trim());
        Assert.DoesNotContain("mental health", seen.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("mental health", (await worker.Get($"/agreements/{id}/timeline")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_police_and_other_partners_learn_nothing_of_it_and_a_no_closes_the_partners_page()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "offer-health-check", """{"provider":"Clear Start"}""");
        await app.Do(Staff.Worker, id, "answer-health-check", """{"accepted":true}""");
        await app.Do(Staff.Nurse, id, "record-health-check", """{"on":"2026-03-05"}""");
        await app.Do(Staff.Nurse, id, "refer-onward", """{"kind":"alcohol","on":"2026-03-05"}""");

        var partner = (await app.Get(Staff.Nurse, $"/api/v1/agreements/{id}")).Json!;
        Assert.Equal(("alcohol", 0), ((string?)partner["healthCheck"]!["onward"]![0]!["kind"], partner["conditions"]!.AsArray().Count));
        Assert.Null(partner["referral"]);
        Assert.Null((await app.Get(Staff.Worker, $"/api/v1/agreements/{id}")).Json!["healthCheck"]!["onward"]);
        foreach (var other in (Actor[])[Staff.Officer, Staff.Sergeant, Staff.Provider, Staff.Facilitator])
        {
            Assert.DoesNotContain("health", (await app.Get(other, $"/api/v1/agreements/{id}")).Json!.ToJsonString().Replace("mental-health", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
            var timeline = await app.Get(other, $"/api/v1/agreements/{id}/timeline");
            Assert.True(timeline.Status == 403 || !timeline.Json!.ToJsonString().Contains("health check", StringComparison.OrdinalIgnoreCase), other.Id);
        }

        var second = await app.Signed("CU-2");
        await app.Do(Staff.Worker, second, "offer-health-check", """{"provider":"Clear Start"}""");
        await app.Do(Staff.Worker, second, "answer-health-check", """{"accepted":true}""");
        Assert.Equal(200, (await app.Get(Staff.Nurse, $"/api/v1/agreements/{second}")).Status);
        await app.Do(Staff.Nurse, second, "answer-health-check", """{"accepted":false}""");
        Assert.Equal(403, (await app.Get(Staff.Nurse, $"/api/v1/agreements/{second}")).Status);
        Assert.Empty((await app.Stands(second)).Failures);
    }
}
