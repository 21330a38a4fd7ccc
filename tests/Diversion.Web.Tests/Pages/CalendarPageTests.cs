using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>The week and the day of a key worker, and of a team.</summary>
public sealed class CalendarPageTests
{
    [Fact]
    public async Task A_week_shows_each_meeting_in_its_hour_and_an_empty_hour_leads_to_the_filled_in_form()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "schedule-appointment", """{"conditionId":"supervision","appointmentId":"m-1","startsAt":"2026-03-06T10:30:00Z","minutes":45,"place":"Gilesgate House"}""");
        await app.Do(Staff.Worker, id, "schedule-appointment", """{"conditionId":"reparation","appointmentId":"s-1","startsAt":"2026-03-06T14:00:00Z","minutes":120,"place":"Green Spaces"}""");
        using var worker = await app.Browse(Staff.Worker);

        var week = await worker.Get("/calendar");
        var rows = week.Html.QuerySelectorAll("#calendar-caption").Length;
        Assert.Equal((200, 1, 5), (week.Status, rows, week.Html.QuerySelectorAll("thead th").Length - 1));
        var entry = week.Html.QuerySelector(".calendar-entry")!;
        Assert.Contains("10:30am to 11:15am", entry.TextContent, StringComparison.Ordinal);
        Assert.Contains("Meeting, Gilesgate House", entry.TextContent, StringComparison.Ordinal);
        Assert.Equal("10am", entry.Closest("tr")!.QuerySelector("th")!.TextContent);

        // 10 and 11 on Friday are taken, and what is past is not offered. The partner's session takes none of the worker's time.
        Assert.Contains(week.Html.QuerySelectorAll(".calendar-entry .govuk-hint"), hint => hint.TextContent == "Reparation session, with Green Spaces");
        var free = week.Html.QuerySelectorAll("a.calendar-book").Select(link => link.GetAttribute("href")!).ToArray();
        Assert.DoesNotContain("/calendar/book?on=2026-03-06&at=10:00", free.Select(Uri.UnescapeDataString));
        Assert.DoesNotContain(free, link => link.Contains("2026-03-04", StringComparison.Ordinal));
        Assert.Contains("/calendar/book?on=2026-03-06&at=14:00", free.Select(Uri.UnescapeDataString));

        var who = await worker.Get(free.First(link => Uri.UnescapeDataString(link).EndsWith("on=2026-03-06&at=14:00", StringComparison.Ordinal)));
        Assert.Contains("Friday 6 March 2026 at 2pm", who.Text, StringComparison.Ordinal);
        var form = await worker.Get(who.Html.QuerySelector("#bookable a[href*='supervision']")!.GetAttribute("href")!);
        Assert.Equal(
            ("6", "3", "2026", "2pm"),
            (Value(form, "Day.Day"), Value(form, "Day.Month"), Value(form, "Day.Year"), Value(form, "StartsAt")));
    }

    [Fact]
    public async Task A_day_is_shown_as_a_list_and_what_cannot_be_read_is_today()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "schedule-appointment", """{"conditionId":"supervision","appointmentId":"m-1","startsAt":"2026-03-08T10:30:00Z","minutes":45,"confirmUnusualTime":true}""");
        using var worker = await app.Browse(Staff.Worker);

        Assert.Contains("Nothing is booked.", (await worker.Get("/calendar?view=day&layout=list")).Text, StringComparison.Ordinal);
        var sunday = await worker.Get("/calendar?view=day&layout=list&day=2026-03-08");
        Assert.Contains("10:30am to 11:15am", sunday.Text, StringComparison.Ordinal);
        foreach (var day in (string[])["yesterday", "0001-01-01", "9999-12-31", "2026-13-45", "'\"><script>"])
        {
            var page = await worker.Get($"/calendar?day={Uri.EscapeDataString(day)}&whose={Uri.EscapeDataString(day)}");
            Assert.Equal(200, page.Status);
            Assert.Contains("Week of Monday 2 March 2026", page.Text, StringComparison.Ordinal);

            // The Sunday has its column because something is on it.
            Assert.Contains("Sunday 8 March 2026", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_manager_sees_the_team_and_each_worker_of_it_and_nobody_else_does()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "schedule-appointment", """{"conditionId":"supervision","appointmentId":"m-1","startsAt":"2026-03-06T10:30:00Z","minutes":45}""");
        using var manager = await app.Browse(Staff.Manager);

        var team = await manager.Get("/calendar");
        Assert.Contains("Calendar of team north", team.Text, StringComparison.Ordinal);
        Assert.Equal("Kit Worker", team.Html.QuerySelector(".calendar-entry")!.Closest("tr")!.QuerySelector("th")!.TextContent);
        Assert.Empty(team.Html.QuerySelectorAll("a.calendar-book"));
        var one = await manager.Get("/calendar?whose=worker%3Akw-1");
        Assert.Contains("Calendar of Kit Worker", one.Text, StringComparison.Ordinal);
        Assert.Empty(one.Html.QuerySelectorAll("a.calendar-book"));

        foreach (var whose in (string[])["worker%3Akw-2", "team%3Asouth"])
        {
            Assert.Equal(403, (await manager.Get($"/calendar?whose={whose}")).Status);
        }

        using var colleague = await app.Browse(Staff.Colleague);
        Assert.Equal(403, (await colleague.Get("/calendar?whose=worker%3Akw-1")).Status);
        Assert.DoesNotContain("10:30am", (await colleague.Get("/calendar")).Text, StringComparison.Ordinal);
    }

    private static string? Value(Visit page, string field) => page.Html.QuerySelector($"input[name='{field}']")!.GetAttribute("value");
}
