using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>Meetings and sessions: booked, moved, recorded, corrected.</summary>
public sealed class AttendanceTests
{
    [Fact]
    public async Task A_meeting_is_booked_and_moved_and_its_place_and_the_reason_are_kept()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        var booked = await browser.Submit(
            await browser.Get($"/agreements/{id}/schedule-appointment/supervision"), [.. Day(10), ("StartsAt", "2pm"), ("Length.Minutes", "45"), ("Place", "Library")]);
        Assert.Equal("Meeting booked for Tuesday 10 March 2026 at 2pm.", booked.Banner);
        Assert.Contains("45 minutes, Library", (await browser.WholeOf(booked)).Text, StringComparison.Ordinal);
        Assert.Contains("Meeting of 45 minutes, Library", (await browser.Get("/")).Text, StringComparison.Ordinal);
        var first = (await app.Stands(id)).Condition<SupervisionCondition>("supervision").Appointments.Single();
        Assert.Equal((Instant.FromUtc(2026, 3, 10, 14, 0), 45), (first.StartsAt, first.Minutes));

        var form = await browser.Get($"/agreements/{id}/reschedule-appointment/supervision/{first.Id}");
        Assert.Equal(
            ("2pm", "Library"),
            (form.Html.QuerySelector("input[name=StartsAt]")!.GetAttribute("value"), form.Html.QuerySelector("input[name=Place]")!.GetAttribute("value")));
        var moved = await browser.Submit(form, [.. Day(11), ("StartsAt", "10:30am"), ("Length.Minutes", "30"), ("Reason", "Works on Tuesdays")]);
        Assert.Equal("Meeting moved to Wednesday 11 March 2026 at 10:30am.", moved.Banner);
        var timeline = await browser.Get($"/agreements/{id}/timeline");
        Assert.Contains("Reason: Works on Tuesdays", timeline.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_outside_the_term_is_refused_at_its_field_by_the_rule_of_the_domain()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        var form = await browser.Get($"/agreements/{id}/schedule-appointment/supervision");
        var refused = await browser.Submit(form, ("Day.Day", "1"), ("Day.Month", "12"), ("Day.Year", "2026"), ("StartsAt", "2pm"), ("Length.Minutes", "45"));
        Assert.Equal(422, refused.Status);
        Assert.Contains("1 December 2026 is outside the term", Assert.Single(refused.Faults), StringComparison.Ordinal);
        Assert.Equal("#Day", refused.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Equal("2pm", refused.Html.QuerySelector("input[name=StartsAt]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_hours_of_a_session_are_asked_for_only_when_it_can_be_recorded_and_the_page_says_when_that_is()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "arrange-placement", """{"conditionId":"reparation","projectId":"p-1","project":"Park","communitySafety":false,"startsOn":"2026-03-05"}""");
        await app.Do(Staff.Worker, id, "schedule-appointment", """{"conditionId":"reparation","appointmentId":"s-1","startsAt":"2026-03-05T11:00:00Z","minutes":60}""");
        using var browser = await app.Browse(Staff.Worker);
        var address = $"/agreements/{id}/record-attendance/reparation/s-1";
        var early = await browser.Get(address);
        Assert.Contains("It has not begun: it starts at 11am on 5 March 2026", early.Text, StringComparison.Ordinal);
        Assert.Null(early.Html.QuerySelector("[name='Attended.Hours'], [name=Grade], [data-credit]"));

        app.Clock.MoveTo(TestApp.Start + Duration.FromMinutes(90));
        var under = await browser.Get(address);
        Assert.Contains("It ends at", under.Text, StringComparison.Ordinal);
        Assert.Null(under.Html.QuerySelector("[name='Attended.Hours']"));

        app.Clock.MoveTo(TestApp.Start + Duration.FromHours(2));
        Assert.NotNull((await browser.Get(address)).Html.QuerySelector("[name='Attended.Hours']"));
    }

    [Fact]
    public async Task That_they_told_us_before_is_shown_where_the_outcome_is_recorded_and_judged_there()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        using var browser = await app.Browse(Staff.Worker);
        var told = await browser.Submit(
            await browser.Get($"/agreements/{id}/record-absence-notice/supervision/{Meetings.Id}"),
            [("Chosen", "Telephone"), .. Day(5), ("Time", "9am"), ("Note", "My child is ill <b>")]);
        Assert.Empty(told.Faults);
        Assert.Equal("It was recorded that they told us before.", told.Banner);
        Assert.Contains("Told us by telephone at", (await browser.WholeOf(told)).Text, StringComparison.Ordinal);
        Assert.Contains("They told us that they cannot come.", (await browser.Get("/")).Text, StringComparison.Ordinal);

        app.Clock.MoveTo((await app.Meeting(id)).EndsAt);
        var address = $"/agreements/{id}/record-attendance/supervision/{Meetings.Id}";
        var form = await browser.Get(address);
        Assert.Contains("My child is ill <b>", form.Text, StringComparison.Ordinal);
        var unjudged = await browser.Submit(form, ("Chosen", "MissedUnacceptable"));
        Assert.Contains("Say whether you accept that", Assert.Single(unjudged.Faults), StringComparison.Ordinal);
        Assert.Equal("#Accepted", unjudged.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        var accepted = await browser.Submit(await browser.Get(address), ("Chosen", "MissedAcceptable"), ("Accepted", "yes"));
        Assert.Equal("The outcome was recorded.", accepted.Banner);
        Assert.True((await app.Meeting(id)).Notice!.Accepted);
        var timeline = await browser.Get($"/agreements/{id}/timeline");
        Assert.Contains("What they told us before was accepted.", timeline.Text, StringComparison.Ordinal);
        Assert.Contains("My child is ill", timeline.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_it_has_begun_a_meeting_can_only_be_cancelled_and_the_page_says_why()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        using var browser = await app.Browse(Staff.Worker);
        var form = await browser.Get($"/agreements/{id}/record-attendance/supervision/{Meetings.Id}");
        Assert.Contains("It has not begun: it starts at", form.Text, StringComparison.Ordinal);
        Assert.Null(form.Html.QuerySelector("[name=MinutesLate]"));
        Assert.Equal("CancelledByService", form.Html.QuerySelector("input[type=radio]:not([disabled])")!.GetAttribute("value"));
        Assert.Equal("The outcome was recorded.", (await browser.Submit(form, ("Chosen", "CancelledByService"))).Banner);
        Assert.Equal(AppointmentStatus.CancelledByService, (await app.Meeting(id)).Status);
    }

    [Theory]
    [InlineData("14", AppointmentStatus.Attended)]
    [InlineData("16", AppointmentStatus.Late)]
    public async Task The_domain_decides_from_the_minutes_what_is_late(string minutes, AppointmentStatus expected)
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        await app.TravelTo(TestApp.Start + Duration.FromHours(2));
        using var browser = await app.Browse(Staff.Worker);
        await browser.Submit(await browser.Get($"/agreements/{id}/record-attendance/supervision/{Meetings.Id}"), ("Chosen", "Late"), ("MinutesLate", minutes));
        Assert.Equal(expected, (await app.Meeting(id)).Status);
    }

    [Fact]
    public async Task An_absence_waits_for_evidence_and_is_excused_by_it_and_can_be_corrected()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        await app.TravelTo(TestApp.Start + Duration.FromHours(2));
        using var browser = await app.Browse(Staff.Worker);
        Assert.Contains("To be recorded", (await browser.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        await browser.Submit(await browser.Get($"/agreements/{id}/record-attendance/supervision/{Meetings.Id}"), ("Chosen", "EvidenceAwaited"), ("Note", "Says the bus broke down"));
        Assert.Contains("Missed, evidence is awaited", (await browser.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);

        await browser.Submit(await browser.Get($"/agreements/{id}/record-evidence/supervision/{Meetings.Id}"), ("Chosen", "refused"));
        var refused = await app.Stands(id);
        Assert.Equal((AppointmentStatus.MissedUnacceptable, 1), ((await app.Meeting(id)).Status, refused.Warnings.Length));

        var form = await browser.Get($"/agreements/{id}/correct-attendance/supervision/{Meetings.Id}");
        Assert.Null(form.Html.QuerySelector("input[value=MissedUnacceptable]"));
        Assert.Equal(["Enter the reason"], (await browser.Submit(form, ("Chosen", "MissedAcceptable"))).Faults);
        var corrected = await browser.Submit(form, ("Chosen", "MissedAcceptable"), ("Reason", "The bus company confirmed it"));
        Assert.Equal("The outcome was corrected.", corrected.Banner);
        Assert.True((await app.Stands(id)).Warnings.Single().Withdrawn);
        Assert.Contains("withdrawn: it does not count", (await browser.WholeOf(corrected)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_at_once_the_second_sees_what_the_first_recorded_and_keeps_what_was_typed()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        await app.TravelTo(TestApp.Start + Duration.FromHours(2));
        using var slow = await app.Browse(Staff.Worker);
        using var quick = await app.Browse(Staff.Lead);
        var address = $"/agreements/{id}/record-attendance/supervision/{Meetings.Id}";
        var form = await slow.Get(address);
        await quick.Submit(await quick.Get(address), ("Chosen", "Attended"));
        var stale = await slow.Submit(form, ("Chosen", "MissedUnacceptable"), ("Note", "Did not come"));
        Assert.Equal(412, stale.Status);
        Assert.Contains("Attendance for supervision meetings was recorded: attended. (Lee Lead, midday today)", stale.Faults);
        Assert.Equal("Did not come", stale.Html.QuerySelector("textarea[name=Note]")!.TextContent);
        Assert.True(stale.Html.QuerySelector("input[value=MissedUnacceptable]")!.HasAttribute("checked"));

        var refused = await slow.Submit(stale, ("Chosen", "MissedUnacceptable"), ("Note", "Did not come"));
        Assert.Equal(422, refused.Status);
        Assert.Equal(AppointmentStatus.Attended, (await app.Meeting(id)).Status);
    }

    [Theory]
    [InlineData("", "", "6 hours will be credited. That makes 6 hours of 18 hours.")]
    [InlineData("240", "30", "3 hours 30 minutes will be credited. That makes 3 hours 30 minutes of 18 hours.")]
    [InlineData("30", "30", "Nothing will be credited. That makes 0 hours of 18 hours.")]
    public async Task The_credit_is_worked_out_before_anything_is_recorded(string attended, string penalty, string expected)
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithSession();
        using var browser = await app.Browse(Staff.Worker);
        var form = await browser.Get($"/agreements/{id}/record-attendance/reparation/s-1");
        (string, string)[] typed = [("Chosen", "Attended"), ("Attended.Minutes", attended), ("TakenOff.Minutes", penalty), ("Note", "Kept")];
        var shown = await browser.Press(form, "[data-credit-button]", typed);
        Assert.Equal((200, expected), (shown.Status, shown.Html.QuerySelector("[data-credit-result]")!.TextContent));
        Assert.Equal("Kept", shown.Html.QuerySelector("textarea[name=Note]")!.TextContent);
        Assert.Equal(AppointmentStatus.Scheduled, (await app.Stands(id)).Condition<ReparationCondition>("reparation").Appointments.Single().Status);

        var asked = await browser.Get($"{form.Html.QuerySelector("[data-credit]")!.GetAttribute("data-credit")}&Chosen=Attended&Attended.Minutes={attended}&TakenOff.Minutes={penalty}");
        Assert.Equal(expected, asked.Html.Body!.TextContent);
        await browser.Submit(shown, typed);
        var credited = (await app.Stands(id)).Condition<ReparationCondition>("reparation").CreditedMinutes;
        Assert.StartsWith(credited == 0 ? "Nothing" : Diversion.Domain.Words.Length(credited), expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_time_than_the_session_took_is_refused_at_its_field()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithSession();
        using var browser = await app.Browse(Staff.Worker);
        var form = await browser.Get($"/agreements/{id}/record-attendance/reparation/s-1");
        var refused = await browser.Submit(form, ("Chosen", "Attended"), ("Attended.Hours", "6"), ("Attended.Minutes", "11"));
        Assert.Equal(
            "It was planned for 6 hours, so at most 6 hours 10 minutes can be recorded. Record more time than that as a separate appointment.",
            Assert.Single(refused.Faults));
        Assert.Equal("#Attended", refused.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Minutes_that_are_not_a_number_are_reported_at_their_field_and_credit_nothing()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithSession();
        using var browser = await app.Browse(Staff.Worker);
        var form = await browser.Get($"/agreements/{id}/record-attendance/reparation/s-1");
        var shown = await browser.Press(form, "[data-credit-button]", ("Chosen", "Attended"), ("Attended.Hours", "four"));
        Assert.Equal((422, "Time attended, in hours must be a whole number, like 18"), (shown.Status, Assert.Single(shown.Faults)));
        Assert.Equal("", shown.Html.QuerySelector("[data-credit-result]")!.TextContent);
    }

    [Fact]
    public async Task The_title_says_which_meeting_of_whom()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        using var browser = await app.Browse(Staff.Worker);
        var form = await browser.Get($"/agreements/{id}/record-attendance/supervision/{Meetings.Id}");
        var name = form.Html.QuerySelector(".govuk-caption-l")!.TextContent;
        Assert.StartsWith($"Record the outcome: meeting of 10:30am on 5 March 2026, {name}", form.Html.Title!.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_after_the_start_asks_why_at_the_note()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        await app.TravelTo(TestApp.Start + Duration.FromHours(2));
        using var browser = await app.Browse(Staff.Worker);
        var form = await browser.Get($"/agreements/{id}/record-attendance/supervision/{Meetings.Id}");
        var refused = await browser.Submit(form, ("Chosen", "CancelledByService"));
        Assert.Equal("Enter why the service cancelled it: it had already begun", Assert.Single(refused.Faults));
        Assert.Equal("The outcome was recorded.", (await browser.Submit(refused, ("Chosen", "CancelledByService"), ("Note", "The worker was ill"))).Banner);
    }

    private static (string, string)[] Day(int day) => [("Day.Day", $"{day}"), ("Day.Month", "3"), ("Day.Year", "2026")];
}

internal static class Sessions
{
    /// <summary>A session of six hours that has begun.</summary>
    public static async Task<string> WithSession(this TestApp app)
    {
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "schedule-appointment", """{"conditionId":"reparation","appointmentId":"s-1","startsAt":"2026-03-05T11:00:00Z","minutes":360}""");
        await app.TravelTo(TestApp.Start + Duration.FromHours(8));
        return id;
    }
}
