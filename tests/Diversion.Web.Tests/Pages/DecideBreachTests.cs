using AngleSharp.Dom;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Web.Tests.Hosting;
using NodaTime;
using static Diversion.Web.Tests.Hosting.Submitting;

namespace Diversion.Web.Tests.Pages;

/// <summary>A proposed breach before a lead.</summary>
public sealed class DecideBreachTests
{
    [Fact]
    public async Task One_page_shows_what_was_agreed_what_failed_and_who_proposed_it_and_why()
    {
        await using var app = await TestApp.Begin();
        var id = await Proposed(app);
        using var browser = await app.Browse(Staff.Lead);
        var page = await browser.Get($"/agreements/{id}/decide-breach");
        Assert.Equal("Decide the breach, Sam Person – Diversion", page.Title);
        foreach (var said in (string[])
        [
            "The proposer's own judgement", "5pm on 18 March 2026, 9 working days left", "No time limit", "Kit Worker, key worker, 10am today",
            "Gone for weeks.", "Tag monitoring Setting up", "First warning", "Left early", "Theft from a shop, 20 February 2026", "until 2 August 2026 at the latest",
        ])
        {
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_goes_on_with_a_final_warning()
    {
        await using var app = await TestApp.Begin();
        var id = await Proposed(app);
        using var browser = await app.Browse(Staff.Lead);
        var done = await browser.Fill($"/agreements/{id}/decide-breach?from=work", ("Decision", "Continue"), ("Reason", "Came back and apologised"));
        Assert.Equal(("/", "The agreement goes on with a final warning."), (done.Address, done.Banner));
        var state = await app.Stands(id);
        Assert.Equal((AgreementStatus.Active, WarningLevel.Final), (state.Status, state.Warnings[^1].Level));
    }

    [Fact]
    public async Task It_is_confirmed_only_by_whoever_ticks_that_they_read_it_and_loses_nothing_typed()
    {
        await using var app = await TestApp.Begin();
        var id = await Proposed(app);
        await app.Heard(id);
        using var browser = await app.Browse(Staff.Lead);
        var again = await browser.Fill($"/agreements/{id}/decide-breach", ("Decision", "Confirm"), ("Reason", "Nothing else is left"));
        Assert.Equal((422, "Tick the box to confirm that you have read it"), (again.Status, Assert.Single(again.Faults)));
        Assert.Equal("Nothing else is left", again.Html.QuerySelector("#Reason")!.TextContent);
        Assert.True(again.Html.QuerySelector("input[value=Confirm]")!.HasAttribute("checked"));
        Assert.Equal(AgreementStatus.BreachReview, (await app.Stands(id)).Status);

        var done = await browser.Submit(again, ("Decision", "Confirm"), ("Sure", "yes"), ("Reason", "Nothing else is left"));
        Assert.Equal("The breach was confirmed.", done.Banner);
        Assert.Equal(AgreementStatus.Breached, (await app.Stands(id)).Status);
    }

    [Fact]
    public async Task It_is_extended_with_the_persons_agreement_as_far_as_the_scheme_leaves()
    {
        await using var app = await TestApp.Begin();
        var id = await Proposed(app);
        using var browser = await app.Browse(Staff.Lead);
        (string, string)[] late = [("Decision", "Extend"), ("Reason", "Was ill"), ("AgreedHow", "InPerson"), .. Date("AgreedOn", 5, 3), .. Date("LastDay", 3, 8)];
        var alone = await browser.Fill($"/agreements/{id}/decide-breach", late);
        Assert.Equal("#Agreed", alone.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        var tooLate = await browser.Submit(alone, [.. late, ("Agreed", "yes")]);
        Assert.Contains("The latest day is 2 August 2026.", Assert.Single(tooLate.Faults), StringComparison.Ordinal);
        Assert.Equal("#LastDay", tooLate.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Equal("8", tooLate.Html.QuerySelector("input[name='LastDay.Month']")!.GetAttribute("value"));

        await browser.Submit(tooLate, [("Decision", "Extend"), ("Reason", "Was ill"), ("AgreedHow", "InPerson"), .. Date("AgreedOn", 5, 3), .. Date("LastDay", 2, 8), ("Agreed", "yes")]);
        var state = await app.Stands(id);
        Assert.Equal((AgreementStatus.Active, new LocalDate(2026, 8, 2)), (state.Status, state.Term!.LastDay));
    }

    [Fact]
    public async Task It_is_varied_in_the_same_step()
    {
        await using var app = await TestApp.Begin();
        var id = await Proposed(app);
        using var browser = await app.Browse(Staff.Lead);
        (string, string)[] typed = [("Decision", "Vary"), ("Remove", "reparation"), ("Agreed", "yes"), ("AgreedHow", "InPerson"), .. Date("AgreedOn", 5, 3), ("Reason", "Cannot lift any more")];
        await browser.Fill($"/agreements/{id}/decide-breach", typed);
        var state = await app.Stands(id);
        Assert.Equal((AgreementStatus.Active, 2, ConditionStatus.Waived), (state.Status, state.Term!.Version, state.ConditionOrNull("reparation")!.Status));
    }

    [Fact]
    public async Task The_proposer_reads_it_with_the_reason_why_another_decides_and_cannot_send_it()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var other = await app.Browse(Staff.SecondLead);
        await app.Do(Staff.Lead, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        var form = await other.Get($"/agreements/{id}/decide-breach");
        using var proposer = await app.Browse(Staff.Lead);
        var page = await proposer.Get($"/agreements/{id}/decide-breach");
        Assert.Contains("You proposed this breach; another lead decides it.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Gone for weeks.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("main form"));

        var token = (await proposer.Get($"/agreements/{id}/note")).Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var forged = await proposer.Post(
            $"/agreements/{id}/decide-breach", new("__RequestVerificationToken", token), new("Decision", "Continue"), new("Reason", "I say so"));
        Assert.Equal((422, "You proposed this breach; another lead decides it."), (forged.Status, Assert.Single(forged.Faults)));

        await other.Submit(form, ("Decision", "Continue"), ("Reason", "One more chance"));
        Assert.Equal(AgreementStatus.Active, (await app.Stands(id)).Status);
    }

    [Fact]
    public async Task When_another_lead_was_quicker_the_decision_is_shown_and_the_answer_kept()
    {
        await using var app = await TestApp.Begin();
        var id = await Proposed(app);
        using var slow = await app.Browse(Staff.Lead);
        using var quick = await app.Browse(Staff.SecondLead);
        var form = await slow.Get($"/agreements/{id}/decide-breach");
        await quick.Fill($"/agreements/{id}/decide-breach", ("Decision", "Continue"), ("Reason", "One more chance"));

        var stale = await slow.Submit(form, ("Decision", "Confirm"), ("Sure", "yes"), ("Reason", "Nothing else is left"));
        Assert.Equal(412, stale.Status);
        Assert.Contains(stale.Faults, change => change.Contains("Lou Lead", StringComparison.Ordinal));
        Assert.Equal("Nothing else is left", stale.Html.QuerySelector("#Reason")!.TextContent);
        Assert.Equal(AgreementStatus.Active, (await app.Stands(id)).Status);

        // No breach waits any more: sending it again would be refused, so the page says that instead of offering it.
        Assert.Null(stale.Html.QuerySelector("main form button"));
        Assert.Contains("This can no longer be done", stale.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("send them again", stale.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("worker")]
    [InlineData("officer")]
    [InlineData("sergeant")]
    [InlineData("facilitator")]
    public async Task Only_leads_decide(string role)
    {
        await using var app = await TestApp.Begin();
        var id = await Proposed(app);
        using var browser = await app.Browse(Staff.All[role]);
        Assert.Equal(403, (await browser.Get($"/agreements/{id}/decide-breach")).Status);
    }

    private static async Task<string> Proposed(TestApp app)
    {
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "record-failure", """{"failureId":"f-1","reason":"Left early"}""");
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        return id;
    }
}
