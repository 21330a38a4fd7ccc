using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Web.Portal;
using Diversion.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>Each step, confirmed on its page.</summary>
public sealed class StepTests
{
    private static readonly (string, string)[] SignedDay = Day(5);

    [Fact]
    public async Task The_restorative_steps_are_confirmed_one_after_the_other()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        await Take(browser, id, "record-victim-contact/restorative-justice", SignedDay);
        await Take(browser, id, "record-victim-answer/restorative-justice", ("Chosen", "Letter"));
        await Take(browser, id, "record-preparation/restorative-justice", SignedDay);
        await Take(browser, id, "record-restorative-outcome/restorative-justice", [.. SignedDay, ("Chosen", "Letter")]);
        var condition = (await app.Stands(id)).Condition<RestorativeJusticeCondition>("restorative-justice");
        Assert.Equal((ConditionStatus.Kept, RestorativeProcess.Letter), (condition.Status, condition.Process!.Value));
    }

    [Fact]
    public async Task A_victims_withdrawal_warns_before_it_is_recorded()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Facilitator);
        var form = await browser.Get($"/agreements/{id}/record-victim-withdrawal/restorative-justice");
        Assert.NotNull(form.Html.QuerySelector("main .govuk-warning-text"));
        Assert.NotNull(form.Html.QuerySelector("main button.govuk-button--warning"));
        await Take(browser, id, "record-victim-withdrawal/restorative-justice");
        Assert.False((await app.Stands(id)).Condition<RestorativeJusticeCondition>("restorative-justice").VictimTakesPart);
    }

    [Fact]
    public async Task The_consequences_are_shown_before_it_is_sent_and_after()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        var form = await browser.Get($"/agreements/{id}/record-failure");
        Assert.Contains("What will follow The person gets a first warning.", form.Text, StringComparison.Ordinal);
        var done = await browser.Submit(form, [("Chosen", "agreement"), .. SignedDay, ("Reason", "Left the course")]);
        Assert.Equal("The failure was recorded.", done.Banner);
        Assert.Contains("A first warning was given.", done.Html.QuerySelector(".govuk-notification-banner li")!.TextContent, StringComparison.Ordinal);

        var record = await browser.Get($"/agreements/{id}/timeline");
        var reasons = record.Html.QuerySelectorAll(".moj-timeline__item").Where(item => item.TextContent.Contains("Left the course", StringComparison.Ordinal));
        Assert.Contains("Failure recorded", Assert.Single(reasons).TextContent, StringComparison.Ordinal);
        Assert.Contains("automatically, after an entry by Kit Worker, key worker", record.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tag_is_consented_to_fitted_reviewed_and_taken_off()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        await Take(browser, id, "record-tag-consent/tag-monitoring");
        await Take(browser, id, "record-tag-fitted/tag-monitoring", [.. SignedDay, ("Line", "TAG 123")]);
        await Take(browser, id, "receive-tag-event/tag-monitoring", [.. SignedDay, ("Chosen", "NoSignal"), ("Time", "9:30am")]);
        var received = (await app.Stands(id)).Condition<TagMonitoringCondition>("tag-monitoring").Events.Single();
        Assert.Equal((TagEventKind.NoSignal, Instant.FromUtc(2026, 3, 5, 9, 30)), (received.Kind, received.OccurredAt));

        await Take(browser, id, $"review-tag-event/tag-monitoring/{received.Id}", ("Chosen", "EquipmentFault"), ("Note", "Ring tested"));
        await Take(browser, id, "withdraw-tag-consent/tag-monitoring", ("Reason", "Too visible at work"));
        await Take(browser, id, "confirm-tag-removed/tag-monitoring", SignedDay);
        var tag = (await app.Stands(id)).Condition<TagMonitoringCondition>("tag-monitoring");
        Assert.Equal((TagFinding.EquipmentFault, false, new LocalDate(2026, 3, 5)), (tag.Events.Single().Finding!.Value, tag.Consent!.Value, tag.RemovedOn!.Value));
    }

    [Theory]
    [InlineData("Violation")]
    [InlineData("Cut")]
    public async Task A_finding_against_the_person_must_say_how_it_is_known(string finding)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "record-tag-consent", """{"conditionId":"tag-monitoring"}""");
        await app.Do(Staff.Worker, id, "record-tag-fitted", """{"conditionId":"tag-monitoring","deviceId":"TAG 1","on":"2026-03-05"}""");
        await app.Do(Staff.Worker, id, "receive-tag-event", """{"conditionId":"tag-monitoring","tagEventId":"e-1","event":"curfewAbsence","occurredAt":"2026-03-05T09:55:00Z"}""");
        using var browser = await app.Browse(Staff.Worker);
        var refused = await browser.Fill($"/agreements/{id}/review-tag-event/tag-monitoring/e-1", ("Chosen", finding));
        Assert.Equal((422, "#Note"), (refused.Status, refused.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")));
        Assert.Contains("Say how you know", Assert.Single(refused.Faults), StringComparison.Ordinal);
        Assert.NotNull((await browser.Submit(refused, ("Chosen", finding), ("Note", "The map shows it"))).Banner);
    }

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
    public async Task A_pathway_is_referred_declined_referred_again_accepted_assessed_and_closed()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        await Take(browser, id, "send-pathway-referral/pathway");
        await Take(browser, id, "decline-pathway-referral/pathway", ("Reason", "No places until June"));
        await Take(browser, id, "send-pathway-referral/pathway", ("Line", "Clear Start"));
        await Take(browser, id, "accept-pathway-referral/pathway");
        await Take(browser, id, "record-pathway-assessment/pathway/Start", ("Chosen", "3"));
        await Take(browser, id, "record-pathway-assessment/pathway/End", ("Chosen", "8"));
        await Take(browser, id, "close-pathway/pathway", ("Chosen", "completed"));
        var pathway = (await app.Stands(id)).Condition<PathwayCondition>("pathway");
        Assert.Equal(("Clear Start", 3, 8, ConditionStatus.Kept), (pathway.Provider, pathway.StartScore!.Value, pathway.EndScore!.Value, pathway.Status));
    }

    [Fact]
    public async Task A_pathway_cannot_be_closed_as_completed_before_it_is_and_the_choice_says_why()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        var form = await browser.Get($"/agreements/{id}/close-pathway/pathway");
        var disabled = Assert.Single(form.Html.QuerySelectorAll("main input[type=radio][disabled]"));
        Assert.Equal("completed", disabled.GetAttribute("value"));
        Assert.Contains("Record the start and the end assessment", form.Html.QuerySelector($"#{disabled.GetAttribute("aria-describedby")}")!.TextContent, StringComparison.Ordinal);
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
        var page = await browser.Get($"/agreements/{id}");
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

    [Fact]
    public async Task A_placement_is_arranged_and_a_period_excused()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        await Take(browser, id, "arrange-placement/reparation", [.. Day(9), ("Line", "Canal path"), ("Chosen", "community-safety")]);
        var placement = (await app.Stands(id)).Condition<ReparationCondition>("reparation").Placement!;
        Assert.Equal(("Canal path", true, new LocalDate(2026, 3, 9)), (placement.Project, placement.CommunitySafety, placement.StartsOn));

        await Take(browser, id, "excuse-period/supervision/1", ("Reason", "In hospital"));
        Assert.True((await app.Stands(id)).Condition<SupervisionCondition>("supervision").Periods[0].Excused);
    }

    [Fact]
    public async Task Everything_that_is_missing_is_reported_at_once_and_what_was_typed_stays()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        await Take(browser, id, "record-tag-consent/tag-monitoring");
        var form = await browser.Get($"/agreements/{id}/record-tag-fitted/tag-monitoring");
        var again = await browser.Submit(form, ("Line", ""), ("Day.Day", "31"), ("Day.Month", "2"), ("Day.Year", "2026"));
        Assert.Equal(422, again.Status);
        Assert.StartsWith("Error: Record that the tag was fitted: tag monitoring", again.Title, StringComparison.Ordinal);
        Assert.EndsWith(", Sam Person – Diversion", again.Title, StringComparison.Ordinal);
        Assert.Equal(["Day of the fitting must be a real date", "Enter the number of the tag"], again.Faults.Order());
        Assert.Equal("31", again.Html.QuerySelector("input[name='Day.Day']")!.GetAttribute("value"));

        var refused = await browser.Submit(form, [.. Day(28), ("Line", "TAG 123")]);
        Assert.Equal(422, refused.Status);
        Assert.Equal("28 March 2026 is in the future. Record what has happened.", Assert.Single(refused.Faults));
        Assert.Equal("#Day", refused.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Equal("TAG 123", refused.Html.QuerySelector("input[name=Line]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task When_somebody_else_was_faster_the_answers_are_kept_and_the_change_is_shown()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var slow = await app.Browse(Staff.Worker);
        using var quick = await app.Browse(Staff.Lead);
        var form = await slow.Get($"/agreements/{id}/excuse-period/supervision/1");
        await Take(quick, id, "excuse-period/supervision/1", ("Reason", "In hospital"));

        var stale = await slow.Submit(form, ("Reason", "At a funeral"));
        Assert.Equal(412, stale.Status);
        Assert.Contains("Supervision period 1 was excused. (Lee Lead, 10am today)", stale.Faults);
        Assert.Equal("At a funeral", stale.Html.QuerySelector("textarea[name=Reason]")!.TextContent);
    }

    [Theory]
    [InlineData("excuse-period/supervision/nonsense")]
    [InlineData("withdraw-warning/nonsense")]
    [InlineData("record-pathway-assessment/pathway/Middle")]
    [InlineData("no-such-command")]
    public async Task An_address_that_names_nothing_is_not_found(string path)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        var form = await browser.Get($"/agreements/{id}/record-failure");
        var fields = form.Html.QuerySelectorAll("main form input[type=hidden]")
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!))
            .Append(KeyValuePair.Create("Chosen", "3")).Append(KeyValuePair.Create("Reason", "A reason"));
        Assert.Equal(404, (await browser.Post($"/agreements/{id}/{path}", [.. fields])).Status);
        Assert.Contains((await browser.Get($"/agreements/{id}/{path}")).Status, (int[])[404, 409]);
    }

    [Fact]
    public async Task A_step_of_another_role_is_refused_and_changes_nothing()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Officer);
        Assert.Equal(403, (await browser.Get($"/agreements/{id}/record-tag-consent/tag-monitoring")).Status);
        using var other = await app.Browse(Staff.OtherProvider);
        Assert.Equal(403, (await other.Get($"/agreements/{id}/send-pathway-referral/pathway")).Status);
        Assert.Null((await app.Stands(id)).Condition<TagMonitoringCondition>("tag-monitoring").Consent);
    }

    /// <summary>Those of the enrolment are on its pages.</summary>
    [Fact]
    public async Task Every_command_of_a_key_worker_has_a_page()
    {
        await using var app = await TestApp.Begin();
        var pages = app.Services.GetRequiredService<ActionPages>();
        var without = CommandCatalogue.All
            .Where(entry => entry.Roles.Contains(Role.KeyWorker) && pages.AddressOf("DV-00000-00000", entry.Name) is null)
            .Select(entry => entry.Name)
            .Except(["record-check", "record-needs", "record-goals"]);
        Assert.Empty(without);
    }

    private static (string, string)[] Day(int day) => [("Day.Day", $"{day}"), ("Day.Month", "3"), ("Day.Year", "2026")];

    private static async Task Take(Browser browser, string id, string path, params (string, string)[] typed)
    {
        var form = await browser.Get($"/agreements/{id}/{path}");
        Assert.True(form.Status == 200, $"{path}: {form.Status} {form.Text}");
        var done = await browser.Submit(form, typed);
        Assert.True(done.Banner is not null && done.Address == $"/agreements/{id}", $"{path}: {done.Status} {done.Address} {string.Join("; ", done.Faults)}");
    }
}
