using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>From the referral to the decision whether an offer may be made.</summary>
public sealed class EligibilityPageTests
{
    [Fact]
    public async Task The_tasks_say_what_is_next_until_a_sergeant_is_to_decide()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        using var browser = await app.Browse(Staff.Officer);
        var tasks = await browser.Get($"/agreements/{id}/enrol");
        var next = tasks.Html.QuerySelector("main a.govuk-button")!;
        Assert.Equal(("Prepare the decision", $"/agreements/{id}/prepare"), (next.TextContent, next.GetAttribute("href")));
        Assert.Contains("Due by 5pm tomorrow", tasks.Text, StringComparison.Ordinal);

        foreach (var check in (string[])["Safeguarding", "DomesticAbuse"])
        {
            Assert.EndsWith("recorded: no concern.", (await browser.Submit(await browser.Get($"/agreements/{id}/record-check/{check}"), ("Concern", "no"))).Banner, StringComparison.Ordinal);
        }

        // The case is on a sergeant's list now, but there is no fact to decide on yet.
        Assert.DoesNotContain("A sergeant approves eligibility", (await browser.Get($"/agreements/{id}/enrol")).Text, StringComparison.Ordinal);
        await browser.Submit(
            await browser.Get($"/agreements/{id}/record-facts"), ("Form.Orders", "none"), ("Form.Admission", "Full"), ("Form.Evidence", "yes"), ("Form.Convictions", "0"));
        await browser.Submit(await browser.Get($"/agreements/{id}/record-risk"), ("Form.Score", "55.5"), ("Form.JudgedBand", "Medium"));
        await browser.Submit(await browser.Get($"/agreements/{id}/record-victim"), ("HasVictim", "yes"), ("Name", "Vic Tim"), ("Enhanced", "no"));
        await browser.Submit(await browser.Get($"/agreements/{id}/record-victim-views/1"), ("Views", "It must stop."), ("Wants", "not-said"));
        await browser.Submit(await browser.Get($"/agreements/{id}/refer-victim-to-support/1"), ("How", "Email"), ("ByWhom", "Olive Officer"), ("On.Day", "5"), ("On.Month", "3"), ("On.Year", "2026"));
        await browser.Submit(await browser.Get($"/agreements/{id}/record-needs"), ("Needs", "Health"));
        var done = await browser.Submit(await browser.Get($"/agreements/{id}/record-goals"), ("Goals", "A job\n\nMy own place"));
        Assert.Contains("A sergeant approves eligibility", done.Text, StringComparison.Ordinal);

        var state = (await app.Casework.Find(new AgreementId(id)))!;
        Assert.Equal(["A job", "My own place"], state.Referral.Goals.ToArray());
        Assert.Equal((55.5m, RiskBand.Medium), (state.Referral.Risk.Score, state.Referral.Risk.JudgedBand));
        Assert.True(state.Referral.Facts.SameAs(new EligibilityFacts([], false, AdmissionAnswer.Full, true, 0)));
        Assert.Equal((true, "It must stop.", null), (state.Victims.Only!.ViewsSought, state.Victims.Only.Views, state.Victims.Only.WantsRestorativeJustice));
        Assert.True(state.Victims.Only.ReferredToSupport);
    }

    [Fact]
    public async Task Too_many_or_too_long_goals_are_reported_at_their_field_and_kept()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        using var browser = await app.Browse(Staff.Officer);
        var form = await browser.Get($"/agreements/{id}/record-goals");
        var many = string.Join('\n', Enumerable.Range(1, 11).Select(number => $"Goal {number}"));
        var tooMany = await browser.Submit(form, ("Goals", many));
        Assert.Equal(["At most 10 goals: a few that matter to the person."], tooMany.Faults);
        Assert.Equal(("#Goals", many), (tooMany.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"), tooMany.Html.QuerySelector("textarea")!.TextContent));
        Assert.Equal(["Goal 2 must be 200 characters or fewer"], (await browser.Submit(form, ("Goals", $"A job\n\n{new string('x', 201)}"))).Faults);
        Assert.StartsWith("Nothing was changed", (await browser.Submit(form, ("Goals", " \n "))).Banner, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sign-agreement")]
    [InlineData("decline-offer")]
    [InlineData("withdraw-offer")]
    [InlineData("record-victim-views/1")]
    [InlineData("refer-victim-to-support/1")]
    [InlineData("tell-victim/1-Decision")]
    public async Task A_step_whose_time_has_not_come_does_not_open(string page)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        using var browser = await app.Browse(Staff.Officer);
        var early = await browser.Get($"/agreements/{id}/{page}");
        Assert.Equal((409, "This cannot be done now – Diversion"), (early.Status, early.Title));
        Assert.NotNull(early.Html.QuerySelector($"main a[href='/agreements/{id}']"));
    }

    [Fact]
    public async Task An_officer_sees_how_each_rule_stands_and_decides_nothing()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        using var browser = await app.Browse(Staff.Officer);
        var page = await browser.Get($"/agreements/{id}/approve-eligibility");
        var rules = page.Html.QuerySelectorAll("#rules-caption ~ tbody tr, table tbody tr").Select(row => row.TextContent).ToArray();
        Assert.Equal(11, rules.Length);
        Assert.Contains(rules, row => row.Contains("Met", StringComparison.Ordinal) && row.Contains("29 years old on the day of the offence", StringComparison.Ordinal));
        Assert.Contains(rules, row => row.Contains("Not known", StringComparison.Ordinal) && row.Contains("Not asked: current orders", StringComparison.Ordinal));
        Assert.Null(page.Html.QuerySelector("main form"));
        Assert.Contains("A sergeant approves", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sergeant_overrides_what_is_not_met_with_a_reason_or_not_at_all()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        await app.Do(Staff.Officer, id, "record-facts", """{"facts":{"currentOrders":[],"coAccusedPending":false,"admission":true}}""");
        await app.Do(Staff.Officer, id, "record-risk", """{"judgedBand":"high"}""");
        await app.Do(Staff.Officer, id, "record-check", """{"check":"safeguarding","concern":false}""");
        await app.Do(Staff.Officer, id, "record-check", """{"check":"domesticAbuse","concern":false}""");
        await app.Do(Staff.Officer, id, "record-victim", """{"hasVictim":false}""");
        using var browser = await app.Browse(Staff.Sergeant);
        Assert.Contains("Approve eligibility", (await browser.Get("/")).Text, StringComparison.Ordinal);

        var page = await browser.Get($"/agreements/{id}/approve-eligibility");
        var refused = await browser.Submit(page, ("Overrides[risk-band]", ""));
        Assert.Equal(422, refused.Status);
        Assert.StartsWith("Not met: “The risk of offending again is medium”.", Assert.Single(refused.Faults), StringComparison.Ordinal);
        Assert.Equal("Overrides[risk-band]", refused.Html.QuerySelector(refused.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")!)!.GetAttribute("name"));

        var empty = await browser.Submit(refused, ("Overrides[risk-band]", "test"));
        Assert.StartsWith("Say why in a sentence", Assert.Single(empty.Faults), StringComparison.Ordinal);

        var approved = await browser.Submit(empty, ("Overrides[risk-band]", "One old conviction weighs too much."));
        Assert.StartsWith("Eligibility approved, with 1 rule overridden.", approved.Banner, StringComparison.Ordinal);
        var decided = await browser.Get($"/agreements/{id}/approve-eligibility");
        Assert.Contains(": One old conviction weighs too much.", decided.Text, StringComparison.Ordinal);
        Assert.Null(decided.Html.QuerySelector("main form"));
        Assert.Contains("One old conviction weighs too much.", (await browser.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);

        using var officer = await app.Browse(Staff.Officer);
        var corrected = await officer.Submit(await officer.Get($"/agreements/{id}/record-facts"), ("Form.Admission", "None"));
        Assert.Equal(
            ("2 of 11 rules are not met or not known", "Approve again"),
            (corrected.Html.QuerySelector("#eligibility-hint")!.TextContent, corrected.Html.QuerySelector("#eligibility-status")!.TextContent));
    }

    [Fact]
    public async Task Without_a_new_answer_the_page_does_not_say_saved()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        using var browser = await app.Browse(Staff.Officer);
        var form = await browser.Get($"/agreements/{id}/record-facts");
        Assert.Equal(["Answer at least one question"], (await browser.Submit(form)).Faults);
        Assert.Equal(["Choose the orders that apply, or “None of these”"], (await browser.Submit(form, ("Form.Orders", "none"), ("Form.Orders", "bail"))).Faults);
        Assert.Equal("Answers saved. You did not answer: current orders and co-accused, evidence, previous convictions.", (await browser.Submit(form, ("Form.Admission", "Full"))).Banner);
        var again = await browser.Get($"/agreements/{id}/record-facts");
        Assert.Equal("Nothing was changed: the case already says this.", (await browser.Submit(again, ("Form.Admission", "Full"))).Banner);
    }

    [Fact]
    public async Task A_very_early_date_of_birth_is_a_question_to_confirm()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        using var browser = await app.Browse(Staff.Officer);
        (string, string)[] old = [("Form.BornOn.Day", "1"), ("Form.BornOn.Month", "1"), ("Form.BornOn.Year", "1900"), ("Reason", "The custody record was wrong."),
            ("Form.Name", "Sam Person"), ("Form.Sex", "NotKnown"), ("Form.District", "County Durham"), ("Form.ContactConsent", "no")];
        var asked = await browser.Submit(await browser.Get($"/agreements/{id}/amend-person"), old);
        Assert.StartsWith("Check the date of birth: the person would be 126 years old.", Assert.Single(asked.Faults), StringComparison.Ordinal);
        Assert.Equal("1900-01-01", asked.Html.QuerySelector("input[name='Form.ConfirmedBornOn']")!.GetAttribute("value"));

        var done = await browser.Submit(asked, [.. old, ("Form.ConfirmedBornOn", "1900-01-01")]);
        Assert.Empty(done.Faults);
        Assert.True((await app.Casework.Find(new AgreementId(id)))!.Referral.Person.BirthDateConfirmed);
    }

    [Fact]
    public async Task What_somebody_else_recorded_meanwhile_is_shown_and_the_answers_are_kept()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        using var browser = await app.Browse(Staff.Officer);
        var form = await browser.Get($"/agreements/{id}/record-risk");
        await app.Do(Staff.Sergeant, id, "record-check", """{"check":"safeguarding","concern":true}""");
        var stale = await browser.Submit(form, ("Form.Tool", "Our own tool"), ("Form.JudgedBand", "Medium"));
        Assert.Equal(412, stale.Status);
        Assert.Contains(stale.Faults, line => line.StartsWith("The safeguarding check came back: there is a concern.", StringComparison.Ordinal));
        Assert.Equal("Our own tool", stale.Html.QuerySelector("#Form-Tool")!.GetAttribute("value"));
        Assert.StartsWith("Risk saved.", (await browser.Submit(stale, ("Form.Tool", "Our own tool"), ("Form.JudgedBand", "Medium"))).Banner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offence_is_corrected_with_a_reason_and_the_charge_by_date_follows()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        using var browser = await app.Browse(Staff.Officer);
        var form = await browser.Get($"/agreements/{id}/amend-offence");
        Assert.Equal("20", form.Html.QuerySelector("#Form-CommittedOn")!.GetAttribute("value"));
        (string, string)[] corrected =
        [
            ("Form.Description", "Theft from a shop"), ("Form.Group", "theft"), ("Form.CommittedOn.Day", "21"), ("Form.CommittedOn.Month", "2"), ("Form.CommittedOn.Year", "2026"),
            ("Form.Class", "SummaryOnly"), ("Form.DomesticAssault", "no"), ("Form.District", "elsewhere"), ("Form.OtherDistrict", "Gateshead"),
        ];
        Assert.Equal(["Enter why it is corrected"], (await browser.Submit(form, corrected)).Faults);
        var tasks = await browser.Submit(form, [.. corrected, ("Reason", "The custody record was wrong.")]);
        Assert.Equal("The offence was corrected.", tasks.Banner);
        Assert.Contains("Charge by: 21 August 2026", tasks.Text, StringComparison.Ordinal);
        Assert.Equal("Gateshead", (await app.Casework.Find(new AgreementId(id)))!.Referral.Offence.District);
    }

    [Theory]
    [InlineData("approve-eligibility", "provider")]
    [InlineData("enrol", "provider")]
    [InlineData("amend-person", "lead")]
    [InlineData("record-facts", "lead")]
    [InlineData("override-risk", "officer")]
    [InlineData("make-offer", "lead")]
    [InlineData("sign-agreement", "lead")]
    [InlineData("paper", "provider")]
    public async Task A_page_is_closed_to_roles_that_have_no_part_in_it(string page, string role)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Offered();
        using var browser = await app.Browse(Staff.All[role]);
        Assert.Equal(403, (await browser.Get($"/agreements/{id}/{page}")).Status);
    }

    [Fact]
    public async Task Finding_somebody_not_eligible_takes_a_reason_and_ends_the_case()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        using var browser = await app.Browse(Staff.Officer);
        var form = await browser.Get($"/agreements/{id}/find-not-eligible");
        Assert.Equal(["Enter why the person is not eligible"], (await browser.Submit(form)).Faults);
        Assert.Equal($"/agreements/{id}", (await browser.Submit(form, ("Reason", "Lives elsewhere."))).Address);
        Assert.Equal(AgreementStatus.NotEligible, (await app.Casework.Find(new AgreementId(id)))!.Status);
    }
}
