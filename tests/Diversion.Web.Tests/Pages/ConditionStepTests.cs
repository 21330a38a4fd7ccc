using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Web.Tests.Hosting;
using NodaTime;
using static Diversion.Web.Tests.Pages.Steps;

namespace Diversion.Web.Tests.Pages;

/// <summary>Each step of a condition, confirmed on its page.</summary>
public sealed class ConditionStepTests
{
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
    public async Task A_pathway_is_referred_declined_referred_again_accepted_assessed_and_closed()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        await Take(browser, id, "send-pathway-referral/pathway", ("Chosen", "Meet"));
        await Take(browser, id, "decline-pathway-referral/pathway", ("Reason", "No places until June"));
        await Take(browser, id, "send-pathway-referral/pathway", ("Chosen", "Reach"), ("Line", "Clear Start"));
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
}
