using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Web.Tests.Hosting;
using NodaTime;
using static Diversion.Web.Tests.Pages.Steps;

namespace Diversion.Web.Tests.Pages;

/// <summary>Failures, warnings, violence and a proposed breach, recorded on their pages.</summary>
public sealed class FailureStepTests
{
    [Fact]
    public async Task A_failure_is_recorded_with_its_day_and_its_meeting_and_counts_once()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        await app.TravelTo(TestApp.Start + Duration.FromDays(1));
        using var browser = await app.Browse(Staff.Worker);
        var form = await browser.Get($"/agreements/{id}/record-failure");
        Assert.Equal("5", form.Html.QuerySelector("[name='Day.Day']")!.GetAttribute("value") is "6" ? "5" : "no day of today");
        Assert.Contains("Supervision meetings, 10:30am yesterday", form.Html.QuerySelector("select[name=Appointment]")!.TextContent, StringComparison.Ordinal);
        var other = await browser.Submit(form, [("Chosen", "reparation"), ("Appointment", $"supervision/{Meetings.Id}"), .. Day(5), ("Reason", "Left at once")]);
        Assert.Equal("#Appointment", other.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        var ahead = await browser.Submit(form, [("Chosen", "supervision"), .. Day(9), ("Reason", "Left at once")]);
        Assert.Equal("#Day", ahead.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        await browser.Submit(form, [("Chosen", "supervision"), ("Appointment", $"supervision/{Meetings.Id}"), .. Day(5), ("Reason", "Left at once")]);
        var failure = Assert.Single((await app.Stands(id)).Failures);
        Assert.Equal((Meetings.Id, new LocalDate(2026, 3, 5)), (failure.AppointmentId, failure.HappenedOn));
    }

    [Fact]
    public async Task A_failure_on_an_earlier_day_and_a_failed_condition_keep_the_day_that_was_typed()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.TravelTo(TestApp.Start + Duration.FromDays(4));
        using var browser = await app.Browse(Staff.Worker);
        await Take(browser, id, "record-failure", [("Chosen", "pathway"), .. Day(6), ("Reason", "Shouted at the provider")]);
        await Take(browser, id, "fail-condition/reparation", [("Chosen", "Participant"), .. Day(7), ("Reason", "Gone for good")]);
        Assert.Equal(
            [new LocalDate(2026, 3, 6), new LocalDate(2026, 3, 7)], (await app.Stands(id)).Failures.Select(failure => failure.HappenedOn));
    }

    [Fact]
    public async Task Failure_warning_violence_and_a_proposed_breach_are_recorded_with_their_reasons()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        await Take(browser, id, "record-failure", [("Chosen", "reparation"), .. SignedDay, ("Reason", "Left the site after ten minutes")]);
        Assert.Equal("reparation", (await app.Stands(id)).Failures.Single().ConditionId);
        await Take(browser, id, "withdraw-warning/1", ("Reason", "It was the wrong person"));
        Assert.True((await app.Stands(id)).Warnings.Single().Withdrawn);
        await Take(browser, id, "record-failure", [("Chosen", "agreement"), .. SignedDay, ("Reason", "Shouted at staff")]);
        await Take(browser, id, "receive-custody-notice", [.. SignedDay, ("Chosen", "Arrest"), ("Reason", "The custody sergeant rang")]);
        Assert.Equal(CustodyNoticeKind.Arrest, (await app.Stands(id)).Condition<NoReoffendingCondition>("no-reoffending").Notices.Single().Kind);

        await Take(browser, id, "propose-breach", ("Reason", "It cannot go on like this"));
        var proposed = await app.Stands(id);
        Assert.Equal((AgreementStatus.BreachReview, BreachCause.Judgement, "kw-1"), (proposed.Status, proposed.Breach!.Cause, proposed.Breach.ProposerId));
        Assert.Equal(409, (await browser.Get($"/agreements/{id}/propose-breach")).Status);
        var page = await browser.Get($"/agreements/{id}/whole");
        Assert.Contains("A breach is proposed: ", page.Text, StringComparison.Ordinal);
        Assert.Contains("A programme lead decides by", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Violence_proposes_a_breach_at_once()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        await Take(browser, id, "record-violence", [.. SignedDay, ("Reason", "Hit a supervisor")]);
        Assert.Equal(BreachCause.Violence, (await app.Stands(id)).Breach!.Cause);
    }
}
