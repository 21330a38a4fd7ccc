using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>Conditions, offer, paper, signing; and the breach file.</summary>
public sealed class OfferPageTests
{
    private static readonly (string, string)[] Two = [("Form.Chosen", "Supervision"), ("Form.Chosen", "Reparation"), ("Form.Hours", "20")];

    [Fact]
    public async Task Conditions_are_chosen_kept_reviewed_offered_and_signed()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Eligible();
        using var browser = await app.Browse(Staff.Officer);
        (string, string)[] chosen =
        [
            .. Two, ("Form.ReparationProvider", "Green Spaces"), ("Form.Chosen", "RestorativeJustice"), ("Form.Facilitator", "rj-1"),
            ("Form.Chosen", "TagMonitoring"), ("Form.KeepAway", "High Street\nThe park"), ("Form.CurfewFrom", "9pm"), ("Form.CurfewUntil", "6am"),
            ("Form.Chosen", "Pathway"), ("Form.FirstNeed", "DrugsAndAlcohol"), ("Form.FirstProvider", "Green Spaces"),
        ];
        var review = await browser.Submit(await browser.Get($"/agreements/{id}/make-offer"), chosen);
        Assert.Equal($"/agreements/{id}/review-offer", review.Address);
        Assert.Contains("Keep away from: The park", review.Text, StringComparison.Ordinal);

        using var later = await app.Browse(Staff.Officer);
        Assert.Equal("20", (await later.Get($"/agreements/{id}/make-offer")).Html.QuerySelector("#Form-Hours")!.GetAttribute("value"));
        var reviewed = await later.Get($"/agreements/{id}/review-offer");
        var offered = await later.Submit(reviewed);
        Assert.Equal($"/agreements/{id}/sign-agreement", offered.Address);
        Assert.Contains("They can sign until the end of 12 March 2026.", offered.Text, StringComparison.Ordinal);
        Assert.NotNull(offered.Html.QuerySelector($"main a[href='/agreements/{id}/paper']"));
        var tasks = await later.Get($"/agreements/{id}/enrol");
        Assert.Equal("Record signing or declining", tasks.Html.QuerySelector(".next-step a.govuk-button")!.TextContent);
        var state = (await app.Casework.Find(new AgreementId(id)))!;
        Assert.Equal(
            [ConditionKind.NoReoffending, ConditionKind.RestorativeJustice, ConditionKind.Reparation, ConditionKind.TagMonitoring, ConditionKind.Supervision, ConditionKind.Pathway],
            state.Offer!.Conditions.Select(terms => terms.Kind));

        // By pressing twice, and by Back: there is nothing left to choose.
        Assert.Equal(tasks.Address, (await later.Submit(reviewed)).Address);
        Assert.Equal(tasks.Address, (await later.Get(reviewed.Address)).Address);
        Assert.Equal(tasks.Address, (await later.Get($"/agreements/{id}/make-offer")).Address);

        var paper = await later.Get($"/agreements/{id}/paper");
        foreach (var said in (string[])["If you keep to it, you will not be charged", "Do 20 hours of unpaid work", "Be at home from 9pm to 6am.", "Support with drugs and alcohol, from Green Spaces.", "Signature of Sam Person", "You can sign until the end of 12 March 2026.", "or cut off your tag"])
        {
            Assert.Contains(said, paper.Text, StringComparison.Ordinal);
        }

        var form = await later.Get($"/agreements/{id}/sign-agreement");
        Assert.Equal(["Choose the key worker"], (await later.Submit(form, ("SignedOn.Day", "5"), ("SignedOn.Month", "3"), ("SignedOn.Year", "2026"))).Faults);
        var early = await later.Submit(form, ("SignedOn.Day", "6"), ("SignedOn.Month", "3"), ("SignedOn.Year", "2026"), ("KeyWorker", "kw-1"));
        Assert.Contains("#SignedOn", early.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"), StringComparison.Ordinal);
        var signed = await later.Submit(early, ("SignedOn.Day", "5"), ("SignedOn.Month", "3"), ("SignedOn.Year", "2026"), ("KeyWorker", "kw-1"));
        Assert.Equal($"/agreements/{id}", signed.Address);
        state = (await app.Casework.Find(new AgreementId(id)))!;
        Assert.Equal((AgreementStatus.Active, "Kit Worker"), (state.Status, state.KeyWorker!.Name));
        Assert.Contains("Signed on 5 March 2026. Key worker: Kit Worker.", (await later.Get($"/agreements/{id}/paper")).Text, StringComparison.Ordinal);

        var told = await later.Submit(await later.Get($"/agreements/{id}/tell-victim/1-Decision"), ("How", "Telephone"), ("ByWhom", "Olive Officer"), ("On.Day", "5"), ("On.Month", "3"), ("On.Year", "2026"));
        Assert.Equal("You recorded that the victim was told.", told.Banner);
        Assert.DoesNotContain((await app.Casework.Find(new AgreementId(id)))!.Obligations, open => open.Id == "victim/told-decision");
    }

    [Fact]
    public async Task Restorative_justice_cannot_be_chosen_in_a_child_protection_case()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Eligible();
        await app.Do(Staff.Officer, id, "record-check", """{"check":"safeguarding","concern":true}""");
        using var browser = await app.Browse(Staff.Officer);
        var page = await browser.Get($"/agreements/{id}/make-offer");
        var choice = page.Html.QuerySelector("#restorative-justice")!;
        Assert.True(choice.HasAttribute("disabled"));
        Assert.Contains("child-protection", page.Html.GetElementById(choice.GetAttribute("aria-describedby")!)!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("#Form-Facilitator"));

        var forced = await browser.Forge(page, [.. Two, ("Form.Chosen", "RestorativeJustice"), ("Form.Facilitator", "rj-1")]);
        Assert.Equal(422, forced.Status);
        Assert.Contains("child-protection", Assert.Single(forced.Faults), StringComparison.Ordinal);
        Assert.True(forced.Html.QuerySelector("#reparation")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Restorative_justice_is_chosen_with_one_of_two_victims()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Eligible();
        await app.Do(Staff.Officer, id, "record-victim", """{"hasVictim":true,"name":"Corner Shop"}""");
        await app.Do(Staff.Officer, id, "record-victim-views", """{"victim":2,"views":"Yes"}""");
        using var browser = await app.Browse(Staff.Officer);
        (string, string)[] chosen = [("Form.Chosen", "RestorativeJustice"), ("Form.Facilitator", "rj-1")];

        var asked = await browser.Fill($"/agreements/{id}/make-offer", chosen);
        Assert.Contains("the case has 2", Assert.Single(asked.Faults), StringComparison.Ordinal);
        Assert.Empty((await browser.Submit(asked, [.. chosen, ("Form.RestorativeVictim", "2")])).Faults);
    }

    [Fact]
    public async Task Hours_outside_the_limits_are_reported_at_their_field_and_nothing_is_lost()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Eligible();
        using var browser = await app.Browse(Staff.Officer);
        var again = await browser.Submit(
            await browser.Get($"/agreements/{id}/make-offer"),
            ("Form.Chosen", "Reparation"), ("Form.Hours", "40"), ("Form.Chosen", "TagMonitoring"), ("Form.Chosen", "Pathway"), ("Form.FirstNeed", "Health"));
        Assert.Equal(
            [
                "A tag needs something to watch. Name a place to keep away from or to stay within, or give the hours of a curfew.",
                "Choose who provides the pathway",
                "Hours of reparation must be between 18 and 36",
            ],
            again.Faults.Order(StringComparer.Ordinal));
        Assert.Equal("40", again.Html.QuerySelector("#Form-Hours")!.GetAttribute("value"));
        Assert.Equal($"/agreements/{id}/make-offer", (await browser.Get($"/agreements/{id}/review-offer")).Address);
        var place = await browser.Submit(again, [.. Two, ("Form.Chosen", "TagMonitoring"), ("Form.KeepAway", $"The park\n{new string('x', 201)}")]);
        Assert.Equal("Place 2 must be 200 characters or fewer", Assert.Single(place.Faults));
    }

    [Fact]
    public async Task One_press_chooses_every_condition_with_its_usual_terms_and_saves_nothing()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Eligible();
        await app.Do(Staff.Officer, id, "record-needs", """{"needs":["health"]}""");
        using var browser = await app.Browse(Staff.Officer);
        var form = await browser.Get($"/agreements/{id}/make-offer");
        Assert.Empty(form.Html.QuerySelectorAll("[name='Form.Chosen'][checked]"));
        Assert.Equal("Choose 5 with their usual terms", form.Html.QuerySelector("button[formaction]")!.TextContent);

        var all = await browser.Press(form, "button[formaction]", ("Form.Hours", "20"));
        Assert.Equal(200, all.Status);
        Assert.Equal(5, all.Html.QuerySelectorAll("[name='Form.Chosen'][checked]").Length);
        Assert.Equal("20", all.Html.QuerySelector("#Form-Hours")!.GetAttribute("value"));
        Assert.NotNull(all.Html.QuerySelector("#Form-FirstNeed option[value=Health][selected]"));
        Assert.Contains("6 of at most 6 conditions chosen.", all.Text, StringComparison.Ordinal);
        Assert.Empty((await browser.Get($"/agreements/{id}/make-offer")).Html.QuerySelectorAll("[name='Form.Chosen'][checked]"));

        // What cannot be chosen is left out.
        var other = await app.Eligible("CU-2");
        await app.Do(Staff.Officer, other, "record-check", """{"check":"safeguarding","concern":true}""");
        Assert.Equal("Choose 3 with their usual terms", (await browser.Get($"/agreements/{other}/make-offer")).Html.QuerySelector("button[formaction]")!.TextContent);
    }

    [Fact]
    public async Task Too_many_or_repeated_choices_are_reported_at_the_choice()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Eligible();
        using var browser = await app.Browse(Staff.Officer);
        (string, string)[] pathway = [("Form.Chosen", "Pathway"), ("Form.FirstNeed", "Health"), ("Form.FirstProvider", "Green Spaces"), ("Form.SecondProvider", "Green Spaces")];
        (string, string)[] rest = [.. Two, ("Form.Chosen", "RestorativeJustice"), ("Form.Facilitator", "rj-1"), ("Form.Chosen", "TagMonitoring"), ("Form.KeepAway", "The park")];
        var many = await browser.Submit(await browser.Get($"/agreements/{id}/make-offer"), [.. rest, .. pathway, ("Form.SecondNeed", "Accommodation")]);
        Assert.Equal("#Form-Chosen", many.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Equal("checkbox", many.Html.QuerySelector("#Form-Chosen")!.GetAttribute("type"));
        var twice = await browser.Submit(many, [.. pathway, ("Form.SecondNeed", "Health")]);
        Assert.Equal("#Form-SecondNeed", twice.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_draft_is_checked_while_it_is_chosen()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Eligible();
        using var browser = await app.Browse(Staff.Officer);
        var page = await browser.Get($"/agreements/{id}/make-offer");
        var token = page.Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (string, string)[] typed =
        [
            .. Two, ("Form.Chosen", "Pathway"), ("Form.FirstNeed", "Health"), ("Form.FirstProvider", "Green Spaces"),
            ("Form.SecondNeed", "Health"), ("Form.SecondProvider", "Green Spaces"), ("__RequestVerificationToken", token),
        ];
        var part = await browser.Post($"/agreements/{id}/make-offer?handler=Check", [.. typed.Select(one => KeyValuePair.Create(one.Item1, one.Item2))]);
        Assert.Contains("5 of at most 6 conditions chosen.", part.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("There are two pathways for health", part.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(AgreementStatus.Eligible, (await app.Casework.Find(new AgreementId(id)))!.Status);
    }

    [Fact]
    public async Task An_offer_is_withdrawn_or_declined_with_a_reason()
    {
        await using var app = await TestApp.Begin();
        var (first, second) = (await app.Offered("CU-1"), await app.Offered("CU-2"));
        using var browser = await app.Browse(Staff.Officer);
        Assert.Equal(["Enter why it is withdrawn"], (await browser.Submit(await browser.Get($"/agreements/{first}/withdraw-offer"))).Faults);
        var withdrawn = await browser.Submit(await browser.Get($"/agreements/{first}/withdraw-offer"), ("Reason", "A wrong place on it."));
        Assert.Equal($"/agreements/{first}/enrol", withdrawn.Address);
        Assert.Equal(AgreementStatus.Eligible, (await app.Casework.Find(new AgreementId(first)))!.Status);

        // The offered conditions are there to be corrected.
        var terms = (await app.Casework.Find(new AgreementId(second)))!.Offer!.Conditions;
        await browser.Submit(await browser.Get($"/agreements/{first}/review-offer"));
        var again = (await app.Casework.Find(new AgreementId(first)))!.Offer!.Conditions;
        Assert.Equal(terms.Select(one => $"{one}").Order(StringComparer.Ordinal), again.Select(one => $"{one}").Order(StringComparer.Ordinal));
        Assert.Equal(terms.OfType<ConditionTerms.TagMonitoring>().Single().Zones, again.OfType<ConditionTerms.TagMonitoring>().Single().Zones.AsEnumerable());

        var open = await browser.Get($"/agreements/{second}/sign-agreement");
        Assert.Equal(200, (await browser.Get($"/agreements/{second}/paper")).Status);
        await browser.Submit(await browser.Get($"/agreements/{second}/decline-offer"), ("Reason", "Would rather go to court."));
        Assert.Equal(AgreementStatus.Declined, (await app.Casework.Find(new AgreementId(second)))!.Status);
        Assert.Equal(404, (await browser.Get($"/agreements/{second}/paper")).Status);
        (string, string)[] signing = [.. Submitting.Date("SignedOn", 5, 3), ("KeyWorker", "kw-1")];
        var late = await browser.Submit(open, signing);
        Assert.StartsWith("The offer was declined.", late.Faults[0], StringComparison.Ordinal);
        Assert.Contains("ended as declined", Assert.Single((await browser.Submit(late, signing)).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_breach_file_is_for_the_police_and_the_leads()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var officer = await app.Browse(Staff.Officer);
        Assert.Equal(404, (await officer.Get($"/agreements/{id}/breach-file")).Status);
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Has not come to anything."}""");
        await app.Do(Staff.Lead, id, "decide-breach", """{"decision":"confirm","earlyReason":"The person has moved away and cannot be reached.","reason":"Every chance was given."}""");

        var file = await officer.Get($"/agreements/{id}/breach-file");
        Assert.Equal(200, file.Status);
        foreach (var said in (string[])["Theft from a shop", "No time limit", "Do 18 hours of unpaid work", "Has not come to anything.", "Every chance was given.", "The person has moved away and cannot be reached."])
        {
            Assert.Contains(said, file.Text, StringComparison.Ordinal);
        }

        using var worker = await app.Browse(Staff.Worker);
        Assert.Equal(403, (await worker.Get($"/agreements/{id}/breach-file")).Status);
    }
}
