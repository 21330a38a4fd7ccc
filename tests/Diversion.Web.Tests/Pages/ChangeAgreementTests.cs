using AngleSharp.Dom;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Term;
using Diversion.Web.Portal;
using Diversion.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static Diversion.Web.Tests.Hosting.Submitting;

namespace Diversion.Web.Tests.Pages;

/// <summary>What a lead changes about an active agreement.</summary>
public sealed class ChangeAgreementTests
{
    private const string Few = """[{"kind":"no-reoffending"},{"kind":"supervision"}]""";

    [Fact]
    public async Task Conditions_come_and_go_with_the_persons_agreement()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed(conditions: Few);
        using var browser = await app.Browse(Staff.Lead);
        (string, string)[] typed =
        [
            ("Remove", "supervision"), ("Form.Chosen", "Reparation"), ("Form.Hours", "20"), ("Form.ReparationProvider", "Green Spaces"), ("Reason", "Works well alone"), ("AgreedHow", "Telephone"), .. Date("AgreedOn", 5, 3),
        ];
        var alone = await browser.Fill($"/agreements/{id}/vary-agreement", typed);
        Assert.Equal((422, "#Agreed"), (alone.Status, alone.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")));
        var nothing = await browser.Submit(alone, ("Reason", ""));
        Assert.Equal(
            ["Tick the box to confirm that the person agreed. Talk to them first if they have not", "Enter the day on which the person agreed", "Choose how the person agreed", "Enter the reasons for your decision"],
            nothing.Faults);
        Assert.True(alone.Html.QuerySelector("input[value=supervision]")!.HasAttribute("checked"));
        Assert.True(alone.Html.QuerySelector("input[value=Reparation]")!.HasAttribute("checked"));
        Assert.Equal("20", alone.Html.QuerySelector("#Form-Hours")!.GetAttribute("value"));

        var done = await browser.Submit(alone, [.. typed, ("Agreed", "yes")]);
        Assert.Equal("The agreement was varied.", done.Banner);
        var state = await app.Stands(id);
        Assert.Equal((2, ConditionStatus.Waived), (state.Term!.Version, state.ConditionOrNull("supervision")!.Status));
        Assert.Equal((1200, "Green Spaces"), (state.Condition<ReparationCondition>("reparation").TargetMinutes, state.Condition<ReparationCondition>("reparation").Provider));
    }

    [Fact]
    public async Task What_a_rule_forbids_cannot_be_chosen_and_says_why()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Lead);
        var page = await browser.Get($"/agreements/{id}/vary-agreement");
        Assert.True(page.Html.QuerySelector("input[name=Remove][value=no-reoffending]")!.HasAttribute("disabled"));
        Assert.Contains("No reoffending is mandatory and cannot be removed.", page.Text, StringComparison.Ordinal);

        // All six places are taken: a condition to add says that another must be removed first.
        Assert.Contains("Only if another condition is removed.", page.Text, StringComparison.Ordinal);
        var empty = await browser.Submit(page, [("Agreed", "yes"), ("AgreedHow", "InPerson"), .. Date("AgreedOn", 5, 3), ("Reason", "None")]);
        Assert.Equal("Say which condition is added or removed.", Assert.Single(empty.Faults));
        Assert.False(empty.Html.QuerySelector(empty.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")!)!.HasAttribute("disabled"));
    }

    [Fact]
    public async Task One_condition_takes_the_place_of_another()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Facilitator, id, "record-victim-withdrawal", """{"conditionId":"restorative-justice"}""");
        using var browser = await app.Browse(Staff.Lead);
        var page = await browser.Get($"/agreements/{id}/substitute-condition/restorative-justice");
        Assert.Equal("radio", page.Html.QuerySelector("input[name='Form.Chosen']")!.GetAttribute("type"));
        var none = await browser.Submit(page, [("Agreed", "yes"), ("AgreedHow", "InPerson"), .. Date("AgreedOn", 5, 3), ("Reason", "The victim declined")]);
        Assert.Equal("Choose the condition that replaces it", Assert.Single(none.Faults));

        await browser.Submit(none, [("Form.Chosen", "Pathway"), ("Form.FirstNeed", "Accommodation"), ("Form.FirstProvider", "Green Spaces"), ("Agreed", "yes"), ("AgreedHow", "Signed"), .. Date("AgreedOn", 5, 3), ("Reason", "The victim declined")]);
        var state = await app.Stands(id);
        Assert.Equal(ConditionStatus.Substituted, state.ConditionOrNull("restorative-justice")!.Status);
        Assert.Contains(state.Conditions, condition => condition.Id == "pathway-2");
    }

    [Fact]
    public async Task The_latest_day_of_an_extension_is_said_before_one_is_typed()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Lead);
        var page = await browser.Get($"/agreements/{id}/extend-term");
        Assert.Contains("Latest day possible 2 August 2026 Extensions have 28 days left", page.Text, StringComparison.Ordinal);
        await browser.Submit(page, [.. Date("LastDay", 19, 7), ("Agreed", "yes"), ("AgreedHow", "Writing"), .. Date("AgreedOn", 5, 3), ("Reason", "Two weeks in hospital")]);
        Assert.Equal(new LocalDate(2026, 7, 19), (await app.Stands(id)).Term!.LastDay);
    }

    [Fact]
    public async Task A_condition_is_waived_with_a_reason()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Lead);
        var without = await browser.Fill($"/agreements/{id}/waive-condition/reparation");
        Assert.Equal("Enter the reason", Assert.Single(without.Faults));
        await browser.Submit(without, ("Reason", "No site takes anybody"));
        Assert.Equal(ConditionStatus.Waived, (await app.Stands(id)).ConditionOrNull("reparation")!.Status);
    }

    [Fact]
    public async Task Discontinuing_an_agreement_needs_confirmation()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Lead);
        (string, string)[] typed = [("Chosen", "Moved"), ("Reason", "Moved to Leeds")];
        var unsure = await browser.Fill($"/agreements/{id}/discontinue", typed);
        Assert.Equal((422, "#Sure"), (unsure.Status, unsure.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")));
        Assert.Equal(AgreementStatus.Active, (await app.Stands(id)).Status);
        await browser.Submit(unsure, [.. typed, ("Sure", "yes")]);
        Assert.Equal(AgreementStatus.Discontinued, (await app.Stands(id)).Status);
    }

    [Fact]
    public async Task A_case_is_passed_on_to_another_key_worker()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Lead);
        var page = await browser.Get($"/agreements/{id}/change-key-worker");
        Assert.Contains("Kit Worker, north (1 open case)", page.Text, StringComparison.Ordinal);
        var forged = await browser.Forge(page, ("To", "somebody"), ("Reason", "On leave"));
        Assert.Equal("Choose the new key worker", Assert.Single(forged.Faults));
        await browser.Submit(forged, ("To", "kw-2"), ("Reason", "On leave"));
        Assert.Equal(new StaffRef("kw-2", "Kim Other", "south"), (await app.Stands(id)).KeyWorker);
    }

    [Fact]
    public async Task A_change_of_key_worker_warns_what_it_breaks_and_the_new_one_is_asked_to_meet_the_former_one()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var lead = await app.Browse(Staff.Lead);
        var page = await lead.Get($"/agreements/{id}/change-key-worker");
        Assert.Contains("Kit Worker has been with the person since 5 March 2026. One more change breaks that.", page.Text, StringComparison.Ordinal);
        await lead.Submit(page, ("To", "kw-3"), ("Note", "Rings <b>before</b> he comes."), ("Reason", "On leave"));

        var next = new Actor("kw-3", "Kay Colleague", Role.KeyWorker, "north");
        using var worker = await app.Browse(next);
        var home = await worker.Get("/");
        Assert.Contains("Meet the former key worker to hand the case over", home.Text, StringComparison.Ordinal);
        var contact = await worker.Get($"/agreements/{id}/contact");
        Assert.Contains("Rings <b>before</b> he comes.", contact.Text, StringComparison.Ordinal);
        Assert.Contains("They have not met yet.", contact.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("he comes", (await app.Get(Staff.Officer, $"/api/v1/agreements/{id}")).Json!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("he comes", (await app.Get(Staff.Provider, $"/api/v1/agreements/{id}")).Json!.ToJsonString(), StringComparison.Ordinal);

        var form = await worker.Get($"/agreements/{id}/record-handover");
        await worker.Submit(form, [("Chosen", "WithPerson"), .. Date("Day", 5, 3)]);
        Assert.DoesNotContain("Meet the former key worker", (await worker.Get("/")).Text, StringComparison.Ordinal);
        Assert.Contains("They met on 5 March 2026, with the person.", (await worker.Get($"/agreements/{id}/contact")).Text, StringComparison.Ordinal);
        Assert.Contains("after 1 change before", (await lead.Get($"/agreements/{id}/change-key-worker")).Text, StringComparison.Ordinal);
    }

    /// <summary>Papers have pages of their own below the case, and a case that comes in has one beside it.</summary>
    [Fact]
    public async Task Every_command_of_a_lead_has_a_page()
    {
        await using var app = await TestApp.Begin();
        var pages = app.Services.GetRequiredService<ActionPages>();
        var without = CommandCatalogue.All
            .Where(entry => entry.Roles.Contains(Role.ProgrammeLead) && pages.AddressOf("DV-00000-00000", entry.Name) is null)
            .Select(entry => entry.Name)
            .Except(["keep-document", "remove-document", "receive-transfer"]);
        Assert.Empty(without);
    }

    [Theory]
    [InlineData("vary-agreement")]
    [InlineData("extend-term")]
    [InlineData("discontinue")]
    [InlineData("change-key-worker")]
    [InlineData("waive-condition/reparation")]
    [InlineData("substitute-condition/reparation")]
    public async Task A_key_worker_changes_none_of_it(string path)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        Assert.Equal(403, (await browser.Get($"/agreements/{id}/{path}")).Status);
    }
}
