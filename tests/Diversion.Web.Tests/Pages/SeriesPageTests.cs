using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>The meetings of a whole term in one form: asked, shown day by day, booked by one press.</summary>
public sealed class SeriesPageTests
{

    [Fact]
    public async Task Every_meeting_of_the_term_is_shown_and_the_ticked_ones_are_booked_by_one_press()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "schedule-appointment", """{"conditionId":"reparation","appointmentId":"s-1","startsAt":"2026-03-16T10:00:00Z","minutes":60}""");
        using var worker = await app.Browse(Staff.Worker);

        var shown = await worker.Submit(await worker.Get($"/agreements/{id}/schedule-series/supervision"), Weekly());

        Assert.Equal((200, 0), (shown.Status, shown.Faults.Count));
        var times = Times(shown);
        Assert.Equal((13, "2026-03-09T10:30:00Z", "2026-03-30T09:30:00Z"), (times.Length, times[0], times[2]));
        Assert.Equal(
            [
                "Monday 16 March 2026 at 10:30am: The person has another appointment from 10am to 11am.",
                "Monday 6 April 2026 at 10:30am: It is a bank holiday: Easter Monday.",
                "Monday 4 May 2026 at 10:30am: It is a bank holiday: Early May bank holiday.",
                "Monday 25 May 2026 at 10:30am: It is a bank holiday: Spring bank holiday.",
            ],
            shown.Html.QuerySelectorAll("#left-out li").Select(one => one.TextContent));

        var booked = await worker.Submit(shown, Ticked(times[..3]));
        Assert.Equal("3 meetings booked, from Monday 9 March 2026 at 10:30am to Monday 30 March 2026 at 10:30am.", booked.Banner);
        var meetings = (await app.Stands(id)).Conditions.OfType<SupervisionCondition>().Single().Appointments;
        Assert.Equal(times.Take(3), meetings.Select(one => one.StartsAt.ToString()));
        Assert.All(meetings, one => Assert.Equal((45, "Gilesgate House"), (one.Minutes, one.Place)));

        // The same page sent again, as by a second press.
        await worker.Submit(shown, Ticked(times[..3]));
        Assert.Equal(3, (await app.Stands(id)).Conditions.OfType<SupervisionCondition>().Single().Appointments.Length);
    }

    [Fact]
    public async Task What_was_taken_meanwhile_is_refused_by_its_day_and_nothing_is_booked()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        var shown = await worker.Submit(await worker.Get($"/agreements/{id}/schedule-series/supervision"), Weekly());
        await app.Do(Staff.Worker, id, "schedule-appointment", """{"conditionId":"reparation","appointmentId":"s-1","startsAt":"2026-03-23T10:00:00Z","minutes":60}""");

        var stale = await worker.Submit(shown, Ticked(Times(shown)));
        Assert.Equal(412, stale.Status);
        Assert.Contains("Monday 23 March 2026 at 10:30am: The person has another appointment", stale.Text, StringComparison.Ordinal);
        Assert.Empty((await app.Stands(id)).Conditions.OfType<SupervisionCondition>().Single().Appointments);

        // From the page as it is now, the rest can be booked.
        Assert.StartsWith("13 meetings booked", (await worker.Submit(stale, Ticked(Times(stale)))).Banner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_can_be_changed_and_wrong_ones_are_said()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        var form = await worker.Get($"/agreements/{id}/schedule-series/supervision");
        Assert.Equal(["EachPeriod", "EveryWeek", "EveryTwoWeeks"], form.Html.QuerySelectorAll("input[name=Pattern]").Select(one => one.GetAttribute("value")));

        Assert.Contains("Thursday 5 March 2026 at 9am is in the past. Enter a first day that is still to come", (await worker.Submit(form, Weekly(day: "5", time: "9am"))).Faults);
        Assert.Contains("Choose how often", (await worker.Forge(form, Weekly(pattern: "Often"))).Faults);

        var shown = await worker.Submit(form, Weekly());
        Assert.Contains("Choose the meetings to book", (await worker.Submit(shown)).Faults);
        var again = await worker.Forge(shown, ("Change", "true"));
        Assert.Equal("10:30am", again.Html.QuerySelector("input[name=StartsAt]")!.GetAttribute("value"));
        Assert.Null(again.Html.QuerySelector("input[name=Checked]"));

        // Sundays are meant only if somebody says so: none is ticked.
        var sundays = await worker.Submit(form, Weekly(day: "8"));
        Assert.Empty(sundays.Html.QuerySelectorAll("input[name=Times][checked]"));
        Assert.Contains("8 March 2026 is a Sunday.", sundays.Text, StringComparison.Ordinal);
        Assert.StartsWith("Meeting booked for Sunday 8 March 2026", (await worker.Submit(sundays, ("Times", "2026-03-08T10:30:00Z"))).Banner, StringComparison.Ordinal);
    }

    private static (string, string)[] Weekly(string pattern = "EveryWeek", string day = "9", string time = "10:30am") =>
        [("Pattern", pattern), ("Day.Day", day), ("Day.Month", "3"), ("Day.Year", "2026"), ("StartsAt", time), ("Length.Minutes", "45"), ("Place", "Gilesgate House")];

    private static (string, string)[] Ticked(IEnumerable<string> times) => [.. times.Select(time => ("Times", time))];

    private static string[] Times(Visit page) => [.. page.Html.QuerySelectorAll("input[name=Times][checked]").Select(one => one.GetAttribute("value")!)];
}
