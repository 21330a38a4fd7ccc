using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Web.Tests.Hosting;
using NodaTime;
using static Diversion.Web.Tests.Hosting.Submitting;

namespace Diversion.Web.Tests.Pages;

/// <summary>A case that went back to the police, until what happened to it is recorded.</summary>
public sealed class CaseOutcomeTests
{
    [Fact]
    public async Task The_officer_records_it_from_the_list_of_tasks_and_corrects_it_with_a_reason()
    {
        await using var app = await TestApp.Begin();
        var id = await Breached(app);
        using var browser = await app.Browse(Staff.Officer);
        Assert.Contains("Record what happened to the case", (await browser.Get("/")).Text, StringComparison.Ordinal);
        Assert.Contains("back with the police for charge", (await browser.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        var address = $"/agreements/{id}/record-case-outcome";

        var again = await browser.Fill(address, [("Result", "Charged"), ("Code", "3"), .. Date("On", 5, 3)]);
        Assert.Equal((422, "#Code"), (again.Status, again.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")));
        var done = await browser.Submit(again, [("Result", "Charged"), ("Code", "1"), .. Date("On", 5, 3)]);
        Assert.Equal("What happened to the case was recorded.", done.Banner);
        Assert.Contains("Charged on 5 March 2026, Home Office outcome 1", (await browser.WholeOf(done)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("back with the police for charge", (await browser.WholeOf(done)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Record what happened to the case", (await browser.Get("/")).Text, StringComparison.Ordinal);

        var unexplained = await browser.Fill(address, [("Result", "Caution"), ("Code", "3"), .. Date("On", 5, 3)]);
        Assert.Equal("#Reason", unexplained.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        await browser.Submit(unexplained, [("Result", "Caution"), ("Code", "3"), ("Reason", "Cautioned after all"), .. Date("On", 5, 3)]);
        Assert.Equal(new CaseOutcome(CaseResult.Caution, "3", new LocalDate(2026, 3, 5)), (await app.Stands(id)).CaseOutcome);
    }

    [Fact]
    public async Task An_answer_that_is_missing_is_asked_for()
    {
        await using var app = await TestApp.Begin();
        var id = await Breached(app);
        using var browser = await app.Browse(Staff.Officer);

        var page = await browser.Fill($"/agreements/{id}/record-case-outcome");

        Assert.Equal((422, 3), (page.Status, page.Faults.Count));
    }

    [Fact]
    public async Task The_register_shows_the_cases_that_wait_for_their_outcome()
    {
        await using var app = await TestApp.Begin();
        var id = await Breached(app);
        await app.Signed("CU-2");
        using var browser = await app.Browse(Staff.Sergeant);
        Assert.Equal(1, (await browser.Get("/register?Outcome=waiting")).Html.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(id, Assert.Single((await app.Get(Staff.Lead, "/api/v1/register?waitsForOutcome=yes"))["items"].AsArray())!["agreement"]!.GetValue<string>());

        await app.Do(Staff.Officer, id, "record-case-outcome", """{"result":"charged","code":"1","on":"2026-03-05"}""");
        Assert.Empty((await browser.Get("/register?Outcome=waiting")).Html.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Sergeants_see_it_once_the_ladder_has_reached_them_and_leads_in_their_inbox()
    {
        await using var app = await TestApp.Begin();
        await Breached(app);
        const string task = "Record what happened to the case";
        Assert.DoesNotContain(task, await Home(app, Staff.Sergeant), StringComparison.Ordinal);

        await app.TravelTo(Instant.FromUtc(2026, 3, 24, 12, 0));
        Assert.Contains(task, await Home(app, Staff.Sergeant), StringComparison.Ordinal);

        await app.TravelTo(Instant.FromUtc(2026, 3, 27, 12, 0));
        Assert.Contains(
            (await app.Get(Staff.Lead, "/api/v1/inbox"))["items"].AsArray(),
            item => item!["kind"]!.GetValue<string>() == "overdue" && item.ToJsonString().Contains("case.outcome", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Confirming_after_the_charge_by_date_is_asked_again()
    {
        await using var app = await TestApp.Begin();
        var offence = Cases.Offence.Replace("eitherWay", "summaryOnly", StringComparison.Ordinal);
        var id = (await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-1", offence: offence)))["agreement"].GetValue<string>();
        await app.Do(Staff.Officer, id, "record-facts", """{"facts":{"currentOrders":[],"coAccusedPending":false,"admission":true,"sufficientEvidence":true,"previousConvictions":0}}""");
        await app.Do(Staff.Officer, id, "record-risk", """{"tool":"OGRS","score":55.5,"toolBand":"medium","judgedBand":"medium"}""");
        await app.Do(Staff.Officer, id, "record-check", """{"check":"safeguarding","concern":false}""");
        await app.Do(Staff.Officer, id, "record-check", """{"check":"domesticAbuse","concern":false}""");
        await app.Do(Staff.Officer, id, "record-victim", """{"hasVictim":false}""");
        await app.Do(Staff.Sergeant, id, "approve-eligibility", "{}");
        await app.Do(Staff.Officer, id, "make-offer", """{"conditions":[{"kind":"no-reoffending"},{"kind":"supervision"}]}""");
        await app.Do(Staff.Officer, id, "sign-agreement", """{"signedOn":"2026-03-05","keyWorker":{"id":"kw-1","name":"Kit Worker","team":"north"}}""");
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        await app.Heard(id);
        app.Clock.MoveTo(Instant.FromUtc(2026, 8, 21, 10, 0));
        Assert.Equal("charge-by-passed", (await app.Post(Staff.Lead, $"/api/v1/agreements/{id}/decide-breach", """{"decision":"confirm","reason":"Nothing else is left."}""")).Code);

        using var browser = await app.Browse(Staff.Lead);
        var again = await browser.Fill($"/agreements/{id}/decide-breach", ("Decision", "Confirm"), ("Sure", "yes"), ("Reason", "Nothing else is left"));
        Assert.Equal((422, "#TooLate"), (again.Status, again.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")));
        await browser.Submit(again, ("Decision", "Confirm"), ("Sure", "yes"), ("TooLate", "yes"), ("Reason", "Nothing else is left"));
        Assert.Equal(AgreementStatus.Breached, (await app.Stands(id)).Status);
    }

    [Fact]
    public async Task A_lead_settles_an_arrest_without_a_result_and_the_agreement_completes()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed(conditions: """[{"kind":"no-reoffending"}]""");
        await app.Post(Staff.Feed, "/api/v1/custody-notices", $$"""{"items":[{"agreement":"{{id}}","id":"n-1","kind":"arrest","occurredOn":"2026-03-05"}]}""");
        await app.TravelTo(Instant.FromUtc(2026, 7, 6, 9, 0));
        Assert.Equal(AgreementStatus.Concluding, (await app.Stands(id)).Status);

        using var browser = await app.Browse(Staff.Lead);
        var done = await browser.Fill($"/agreements/{id}/settle-arrest/n-1", ("Reason", "Custody closed it without a record"));
        Assert.Equal("The arrest was settled.", done.Banner);
        Assert.Equal(AgreementStatus.Completed, (await app.Stands(id)).Status);
    }

    [Fact]
    public async Task A_charge_recorded_by_hand_asks_how_it_is_known()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed(conditions: """[{"kind":"no-reoffending"}]""");
        using var browser = await app.Browse(Staff.Worker);
        var address = $"/agreements/{id}/receive-custody-notice";

        var again = await browser.Fill(address, [("Chosen", "Charge"), .. Date("Day", 5, 3)]);
        Assert.Equal("#Reason", again.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        await browser.Submit(again, [("Chosen", "Charge"), ("Reason", "The officer rang"), .. Date("Day", 5, 3)]);
        Assert.Equal(AgreementStatus.BreachReview, (await app.Stands(id)).Status);
    }

    [Fact]
    public async Task A_notice_about_somebody_without_an_agreement_is_read_by_the_officer()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred("CU-1");
        await app.Post(Staff.Feed, "/api/v1/custody-notices", $$"""{"items":[{"agreement":"{{id}}","id":"n-1","kind":"arrest","occurredOn":"2026-03-05"}]}""");
        using var browser = await app.Browse(Staff.Officer);
        Assert.Contains("Read a custody notice", (await browser.Get("/")).Text, StringComparison.Ordinal);

        var done = await browser.Fill($"/agreements/{id}/review-custody-notice/n-1", ("Reason", "It is another matter; the sergeant knows"));

        Assert.Equal("It was recorded that the notice was read.", done.Banner);
        Assert.False((await app.Stands(id)).HasObligation("notice/n-1"));
    }

    private static async Task<string> Home(TestApp app, Actor who)
    {
        using var browser = await app.Browse(who);
        return (await browser.Get("/")).Text;
    }

    private static async Task<string> Breached(TestApp app)
    {
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        await app.Heard(id);
        await app.Do(Staff.Lead, id, "decide-breach", """{"decision":"confirm","reason":"Nothing else is left."}""");
        return id;
    }
}
