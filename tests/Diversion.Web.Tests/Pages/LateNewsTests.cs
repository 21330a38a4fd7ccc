using Diversion.Domain.Agreements;
using Diversion.Domain.Term;
using Diversion.Web.Tests.Hosting;
using NodaTime;
using static Diversion.Web.Tests.Hosting.Submitting;

namespace Diversion.Web.Tests.Pages;

/// <summary>What becomes known after the end: kept, flagged, and reported to a lead.</summary>
public sealed class LateNewsTests
{
    [Fact]
    public async Task Violence_and_attendance_of_before_the_end_are_reported_on_a_page_and_a_lead_is_told()
    {
        await using var app = await TestApp.Begin();
        var id = await Ended(app);
        using var browser = await app.Browse(Staff.Worker);
        Assert.NotNull((await browser.Get($"/agreements/{id}/whole")).Html.QuerySelector($"main a[href='/agreements/{id}/late-news']"));
        var address = $"/agreements/{id}/late-news";
        Assert.Equal(2, (await browser.Fill(address)).Faults.Count);
        var tooLate = await browser.Fill(address, [("Kind", "violence"), .. Date("Day", 20, 3), ("Reason", "The police rang")]);
        Assert.Equal((422, "#Day"), (tooLate.Status, tooLate.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")));

        var violence = await browser.Fill(address, [("Kind", "violence"), .. Date("Day", 6, 3), ("Reason", "The police rang")]);
        Assert.Equal("It was recorded. A programme lead looks at it. The status does not change.", violence.Banner);
        var attendance = await browser.Fill(
            address, ("Kind", "attendance"), ("Appointment", $"supervision/{Meetings.Id}"), ("Chosen", "MissedUnacceptable"), ("Reason", "The clerk found the list"));
        Assert.NotNull(attendance.Banner);
        var state = await app.Stands(id);
        Assert.Equal(AgreementStatus.Discontinued, state.Status);
        Assert.Equal(2, state.Alerts.Count(alert => alert.Kind == AlertKind.LateNews));
        Assert.Contains("The clerk found the list", (await browser.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);
        using var lead = await app.Browse(Staff.Lead);
        Assert.Contains("Late news after the end of the agreement", (await lead.Get("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Police_report_violence_only_and_before_the_end_there_is_no_such_page()
    {
        await using var app = await TestApp.Begin();
        var running = await app.Signed("CU-2");
        var id = await Ended(app);
        using var officer = await app.Browse(Staff.Officer);
        Assert.Equal(409, (await officer.Get($"/agreements/{running}/late-news")).Status);
        var page = await officer.Get($"/agreements/{id}/late-news");
        Assert.Equal(["violence"], page.Html.QuerySelectorAll("input[name=Kind]").Select(radio => radio.GetAttribute("value")!));
        using var facilitator = await app.Browse(Staff.Facilitator);
        Assert.Equal(403, (await facilitator.Get($"/agreements/{id}/late-news")).Status);
    }

    private static async Task<string> Ended(TestApp app)
    {
        var id = await app.WithMeeting();
        await app.TravelTo(TestApp.Start + Duration.FromDays(5));
        await app.Do(Staff.Lead, id, "discontinue", """{"cause":"moved","reason":"Moved to Leeds"}""");
        await app.TravelTo(TestApp.Start + Duration.FromDays(20));
        return id;
    }
}
