using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests;

public sealed class WholeLifeTests
{
    [Fact]
    public async Task An_agreement_runs_from_referral_to_completion_through_the_api()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed(conditions: """[{"kind":"no-reoffending"},{"kind":"supervision"},{"kind":"reparation","hours":18,"provider":"Green Spaces"},{"kind":"pathway","need":"health","provider":"Green Spaces"}]""");
        await app.Do(Staff.Worker, id, "send-pathway-referral", """{"conditionId":"pathway"}""");
        await app.Do(Staff.Provider, id, "accept-pathway-referral", """{"conditionId":"pathway"}""");
        await app.Do(Staff.Provider, id, "record-pathway-assessment", """{"conditionId":"pathway","point":"start","score":3}""");
        await app.Do(Staff.Provider, id, "arrange-placement", """{"conditionId":"reparation","projectId":"p-1","project":"Riverside","communitySafety":true,"startsOn":"2026-03-09"}""");

        // Twelve periods at most; a meeting every week settles each of them.
        for (var week = 0; week < 17; week++)
        {
            var day = new LocalDate(2026, 3, 6).PlusWeeks(week);
            await app.Do(Staff.Worker, id, "schedule-appointment", $$"""{"conditionId":"supervision","appointmentId":"m-{{week}}","startsAt":"{{day:uuuu-MM-dd}}T11:00:00Z","minutes":45,"confirmUnusualTime":true}""");
            if (week < 3)
            {
                await app.Do(Staff.Provider, id, "schedule-appointment", $$"""{"conditionId":"reparation","appointmentId":"s-{{week}}","startsAt":"{{day:uuuu-MM-dd}}T12:00:00Z","minutes":360}""");
            }

            await app.TravelTo(Instant.FromUtc(day.Year, day.Month, day.Day, 19, 0));
            await app.Do(Staff.Worker, id, "record-attendance", $$"""{"conditionId":"supervision","appointmentId":"m-{{week}}","attendance":"attended","minutesLate":2}""");
            if (week < 3)
            {
                await app.Do(Staff.Provider, id, "record-attendance", $$"""{"conditionId":"reparation","appointmentId":"s-{{week}}","attendance":"attended","grade":"good"}""");
            }
        }

        await app.Do(Staff.Provider, id, "record-pathway-assessment", """{"conditionId":"pathway","point":"end","score":8}""");
        await app.Do(Staff.Provider, id, "close-pathway", """{"conditionId":"pathway","completed":true}""");
        await app.Do(Staff.Officer, id, "tell-victim", """{"news":"decision","how":"telephone"}""");
        await app.Do(Staff.Officer, id, "refer-victim-to-support", """{"how":"telephone"}""");
        await app.TravelTo(Instant.FromUtc(2026, 7, 7, 0, 0));

        var view = await app.Get(Staff.Lead, $"/api/v1/agreements/{id}");
        Assert.Equal("completed", view["status"].GetValue<string>());
        Assert.Equal(5, view["conditions"][3]!["pathway"]!["distance"]!.GetValue<int>());
        Assert.Equal(1080, view["conditions"][2]!["hours"]!["creditedMinutes"]!.GetValue<int>());
        Assert.Equal("2026-07-05", view["term"]["lastDay"]!.GetValue<string>());

        await app.Do(Staff.Officer, id, "tell-victim", """{"news":"ending","how":"telephone"}""");
        var late = await app.Post(Staff.Worker, $"/api/v1/agreements/{id}/propose-breach", """{"reason":"Too late."}""");
        Assert.Equal((409, "agreement-ended"), (late.Status, late.Code));
    }
}
