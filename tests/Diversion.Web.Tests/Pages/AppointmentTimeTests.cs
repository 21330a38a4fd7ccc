using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>Times that are asked again or refused when a meeting is booked.</summary>
public sealed class AppointmentTimeTests
{
    [Theory]
    [InlineData(3, 4, "10am", "Friday 3 April 2026 is Good Friday.", "Meeting booked for Friday 3 April 2026 at 10am.")]
    [InlineData(8, 3, "10am", "8 March 2026 is a Sunday.", "Meeting booked for Sunday 8 March 2026 at 10am.")]
    [InlineData(10, 3, "3am", "It starts at 3am, in the night.", "Meeting booked for Tuesday 10 March 2026 at 3am.")]
    public async Task An_unusual_time_is_asked_again_and_then_kept(int day, int month, string time, string why, string booked)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        (string, string)[] typed = [("Day.Day", $"{day}"), ("Day.Month", $"{month}"), ("Day.Year", "2026"), ("StartsAt", time), ("Length.Hours", "1")];
        var asked = await browser.Submit(await browser.Get($"/agreements/{id}/schedule-appointment/supervision"), typed);
        Assert.Equal(422, asked.Status);
        Assert.StartsWith(why, asked.Html.QuerySelector("#Confirmed-hint")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Tick the box if this day and time are right, or change them", Assert.Single(asked.Faults));

        // That time was confirmed, and no other.
        var tick = asked.Html.QuerySelector("input[name=Confirmed]")!.GetAttribute("value")!;
        var other = await browser.Submit(asked, [.. typed[..3], ("StartsAt", "4am"), ("Length.Hours", "1"), ("Confirmed", tick)]);
        Assert.Equal(422, other.Status);
        Assert.Equal(booked, (await browser.Submit(asked, [.. typed, ("Confirmed", tick)])).Banner);
    }

    [Fact]
    public async Task A_time_that_the_clocks_skip_is_refused_with_its_neighbours()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        var refused = await browser.Submit(
            await browser.Get($"/agreements/{id}/schedule-appointment/supervision"), [.. Day(29), ("StartsAt", "1:30am"), ("Length.Minutes", "45")]);
        Assert.Equal(
            "There is no 1:30am on Sunday 29 March 2026: the clocks go forward. Enter 12:59am or earlier, or 2am or later", Assert.Single(refused.Faults));
        Assert.Equal("#StartsAt", refused.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task One_that_overlaps_another_is_refused_at_the_start_time_and_by_the_api()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        using var browser = await app.Browse(Staff.Provider);
        var refused = await browser.Submit(
            await browser.Get($"/agreements/{id}/schedule-appointment/reparation"), [.. Day(5), ("StartsAt", "11am"), ("Length.Hours", "3")]);
        Assert.Equal("The person has another appointment from 10:30am to 11:15am on Thursday 5 March 2026. Choose a time before or after it.", Assert.Single(refused.Faults));
        Assert.Equal("#StartsAt", refused.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));

        var answer = await app.Post(Staff.Worker, $"/api/v1/agreements/{id}/schedule-appointment", """{"conditionId":"supervision","appointmentId":"m-9","startsAt":"2026-03-05T10:30:00Z","minutes":45}""");
        Assert.Equal((409, "appointment-overlaps"), (answer.Status, answer.Code));
        var holiday = """{"conditionId":"supervision","appointmentId":"m-9","startsAt":"2026-04-03T10:00:00Z","minutes":45}""";
        Assert.Equal("time-unusual", (await app.Post(Staff.Worker, $"/api/v1/agreements/{id}/schedule-appointment", holiday)).Code);
        Assert.Equal(200, (await app.Post(Staff.Worker, $"/api/v1/agreements/{id}/schedule-appointment", holiday.Replace("45}", "45,\"confirmUnusualTime\":true}", StringComparison.Ordinal))).Status);
    }

    private static (string, string)[] Day(int day) => [("Day.Day", $"{day}"), ("Day.Month", "3"), ("Day.Year", "2026")];
}
