using AngleSharp.Dom;
using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>
/// The green button of a case: the reader's own obligation that they can fulfil now, the longest overdue first; never
/// something optional.
/// </summary>
public sealed class FirstActionTests
{
    private const string Nothing = "";

    [Theory]
    [InlineData("referred", "officer", "record-check/Safeguarding")]
    [InlineData("referred", "sergeant", Nothing)]
    [InlineData("checked", "officer", "record-facts")]
    [InlineData("checked", "sergeant", Nothing)]
    [InlineData("assessed", "officer", "refer-victim-to-support/1")]
    [InlineData("assessed", "sergeant", "approve-eligibility")]
    [InlineData("assessed", "lead", Nothing)]
    [InlineData("eligible", "officer", "make-offer")]
    [InlineData("eligible, victim referred", "officer", "make-offer")]
    [InlineData("eligible, victim referred", "sergeant", Nothing)]
    [InlineData("offered", "officer", "refer-victim-to-support/1")]
    [InlineData("offered, victim referred", "officer", "sign-agreement")]
    [InlineData("offered, victim referred", "sergeant", Nothing)]
    [InlineData("offered, victim referred", "lead", Nothing)]
    [InlineData("signed", "worker", "record-attendance/supervision/m-1")]
    [InlineData("signed", "officer", "refer-victim-to-support/1")]
    [InlineData("signed", "sergeant", Nothing)]
    [InlineData("signed", "lead", Nothing)]
    [InlineData("signed", "manager", Nothing)]
    [InlineData("signed", "provider", Nothing)]
    [InlineData("signed", "facilitator", "record-victim-contact/restorative-justice")]
    [InlineData("late", "worker", "record-attendance/supervision/m-1")]
    [InlineData("late", "manager", "refer-victim-to-support/1")]
    [InlineData("late", "lead", "record-attendance/supervision/m-1")]
    [InlineData("late", "officer", "refer-victim-to-support/1")]
    [InlineData("late", "provider", Nothing)]
    [InlineData("breach", "lead", "decide-breach")]
    [InlineData("breach", "worker", "record-attendance/supervision/m-1")]
    [InlineData("breach", "manager", "refer-victim-to-support/1")]
    [InlineData("breach", "sergeant", Nothing)]
    [InlineData("failed condition", "lead", "substitute-condition/restorative-justice")]
    [InlineData("failed condition", "worker", "record-attendance/supervision/m-1")]
    [InlineData("breached", "officer", "record-case-outcome")]
    [InlineData("breached", "sergeant", Nothing)]
    [InlineData("breached", "worker", "tell-person/breach-decided-1")]
    [InlineData("breached", "lead", Nothing)]
    public async Task The_green_button_is_the_most_pressing_thing_that_the_reader_has_to_do(string state, string role, string expected)
    {
        await using var app = await TestApp.Begin();
        var id = await Bring(app, state);
        using var browser = await app.Browse(Staff.All[role]);
        var page = await browser.Get($"/agreements/{id}");
        Assert.Equal(200, page.Status);
        var buttons = page.Html.QuerySelectorAll("main a.govuk-button:not(.govuk-button--secondary)");
        Assert.Equal(expected, string.Join(" ", buttons.Select(button => button.GetAttribute("href")![$"/agreements/{id}/".Length..])));
        foreach (var button in buttons)
        {
            Assert.Equal(200, (await browser.Get(button.GetAttribute("href")!)).Status);
        }
    }

    [Fact]
    public async Task No_more_sessions_are_asked_for_when_those_that_are_booked_bring_the_hours()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed(conditions: """[{"kind":"no-reoffending"},{"kind":"reparation","hours":18,"provider":"Green Spaces"}]""");
        using var browser = await app.Browse(Staff.Worker);
        await app.Do(Staff.Worker, id, "arrange-placement", """{"conditionId":"reparation","projectId":"p-1","project":"Park","communitySafety":false,"startsOn":"2026-03-09"}""");
        Assert.Contains("Book a session", Button(await browser.Get($"/agreements/{id}")), StringComparison.Ordinal);
        for (var day = 9; day <= 11; day++)
        {
            await app.Do(Staff.Provider, id, "schedule-appointment", $$"""{"conditionId":"reparation","appointmentId":"s-{{day}}","startsAt":"2026-03-{{day:00}}T09:00:00Z","minutes":360}""");
        }

        Assert.Equal(Nothing, Button(await browser.Get($"/agreements/{id}")));
    }

    private static string Button(Visit page) => string.Join(" ", page.Html.QuerySelectorAll(".next-step a.govuk-button").Select(button => button.TextContent));

    private static async Task<string> Bring(TestApp app, string state)
    {
        switch (state)
        {
            case "referred":
                return await app.Referred();
            case "checked":
                var referred = await app.Referred();
                await app.Do(Staff.Officer, referred, "record-check", """{"check":"safeguarding","concern":false}""");
                await app.Do(Staff.Officer, referred, "record-check", """{"check":"domesticAbuse","concern":false}""");
                return referred;
            case "assessed":
                var assessed = await app.Referred();
                await app.Assessed(assessed);
                return assessed;
            case "eligible":
                return await app.Eligible();
            case "eligible, victim referred":
                return await SupportedVictim(app, await app.Eligible());
            case "offered":
                return await app.Offered();
            case "offered, victim referred":
                return await SupportedVictim(app, await app.Offered());
        }

        var id = await app.WithMeeting();
        switch (state)
        {
            case "signed":
                await app.TravelTo(TestApp.Start + Duration.FromHours(2));
                break;
            case "late":
                await app.TravelTo(TestApp.Start + Duration.FromDays(15));
                break;
            case "breach":
                await app.TravelTo(TestApp.Start + Duration.FromDays(15));
                await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Nothing was kept"}""");
                break;
            case "failed condition":
                await app.TravelTo(TestApp.Start + Duration.FromDays(15));
                await app.Do(Staff.Facilitator, id, "record-victim-contact", """{"conditionId":"restorative-justice","on":"2026-03-20"}""");
                await app.Do(Staff.Facilitator, id, "record-victim-answer", """{"conditionId":"restorative-justice","accepts":false}""");
                break;
            case "breached":
                await SupportedVictim(app, id);
                await app.Do(Staff.Officer, id, "tell-victim", """{"news":"decision","how":"telephone"}""");
                await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Nothing was kept"}""");
                await app.TravelTo(TestApp.Start + Duration.FromDays(2));
                await app.Heard(id);
                await app.Do(Staff.Lead, id, "decide-breach", """{"decision":"confirm","reason":"Nothing was kept"}""");
                break;
        }

        return id;
    }

    private static async Task<string> SupportedVictim(TestApp app, string id)
    {
        await app.Do(Staff.Officer, id, "refer-victim-to-support", """{"how":"telephone"}""");
        return id;
    }
}
