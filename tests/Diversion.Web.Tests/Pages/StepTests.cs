using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Web.Portal;
using Diversion.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static Diversion.Web.Tests.Pages.Steps;

namespace Diversion.Web.Tests.Pages;

/// <summary>What is the same for every step that is confirmed on a page.</summary>
public sealed class StepTests
{
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

    /// <summary>Those of the enrolment are on its pages, and papers have pages of their own.</summary>
    [Fact]
    public async Task Every_command_of_a_key_worker_has_a_page()
    {
        await using var app = await TestApp.Begin();
        var pages = app.Services.GetRequiredService<ActionPages>();
        var without = CommandCatalogue.All
            .Where(entry => entry.Roles.Contains(Role.KeyWorker) && pages.AddressOf("DV-00000-00000", entry.Name) is null)
            .Select(entry => entry.Name)
            .Except(["record-check", "record-needs", "record-goals", "keep-document"]);
        Assert.Empty(without);
    }
}
